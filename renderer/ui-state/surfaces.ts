import { create } from "zustand";

/** Which dialogs are open. At most one is: a dialog is never nested in another. */
export interface Surfaces {
  readonly open:
    | { readonly kind: "none" }
    | { readonly kind: "launch"; readonly image?: string }
    | { readonly kind: "palette" }
    | { readonly kind: "shortcuts" }
    | { readonly kind: "remove"; readonly keys: readonly string[] }
    | { readonly kind: "remove-images"; readonly keys: readonly string[] }
    | { readonly kind: "fix"; readonly check: string; readonly fix: string }
    | { readonly kind: "leave-demo" }
    | { readonly kind: "record" }
    | { readonly kind: "recorded" }
    | { readonly kind: "open-recording" };
}

export const useSurfaces = create<Surfaces>()(() => ({ open: { kind: "none" } }));

export const openLaunch = (): void => useSurfaces.setState({ open: { kind: "launch" } });
/** The launch form with this image in it. */
export const openLaunchOf = (image: string): void =>
  useSurfaces.setState({ open: { kind: "launch", image } });
export const openPalette = (): void => useSurfaces.setState({ open: { kind: "palette" } });
export const openShortcuts = (): void => useSurfaces.setState({ open: { kind: "shortcuts" } });
export const openRemove = (keys: readonly string[]): void =>
  useSurfaces.setState({ open: { kind: "remove", keys } });
export const openRemoveImages = (keys: readonly string[]): void =>
  useSurfaces.setState({ open: { kind: "remove-images", keys } });
/** Asks before a fix of one of the doctor's findings is run. */
export const openFix = (check: string, fix: string): void =>
  useSurfaces.setState({ open: { kind: "fix", check, fix } });
export const closeSurface = (): void => useSurfaces.setState({ open: { kind: "none" } });
export const openLeaveDemo = (): void => useSurfaces.setState({ open: { kind: "leave-demo" } });
/** Asks what to record. */
export const openRecord = (): void => useSurfaces.setState({ open: { kind: "record" } });
/** Asks what shall become of the recording that is ready. */
export const openRecorded = (): void => useSurfaces.setState({ open: { kind: "recorded" } });
/** Shows how far the opening of a recording is, or why it failed. */
export const openOpening = (): void => useSurfaces.setState({ open: { kind: "open-recording" } });
