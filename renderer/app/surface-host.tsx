import { lazy, Suspense } from "react";
import { useSurfaces } from "../ui-state/surfaces.ts";
import { useReturnFocus } from "./use-return-focus.ts";

// Also what dialogs need only later is loaded after the first paint.
const ModalLayer = lazy(() =>
  import("./modal-layer.tsx").then(({ ModalLayer }) => ({ default: ModalLayer })),
);
const LaunchDialog = lazy(() =>
  import("../features/launch/launch-dialog.tsx").then(({ LaunchDialog }) => ({ default: LaunchDialog })),
);
const RemoveDialog = lazy(() =>
  import("../features/containers/remove-dialog.tsx").then(({ RemoveDialog }) => ({ default: RemoveDialog })),
);
const RemoveImagesDialog = lazy(() =>
  import("../features/images/remove-images-dialog.tsx").then(({ RemoveImagesDialog }) => ({
    default: RemoveImagesDialog,
  })),
);
const PaletteDialog = lazy(() =>
  import("../features/palette/palette-dialog.tsx").then(({ PaletteDialog }) => ({ default: PaletteDialog })),
);
const ShortcutsDialog = lazy(() =>
  import("./shortcuts-dialog.tsx").then(({ ShortcutsDialog }) => ({ default: ShortcutsDialog })),
);
const FixDialog = lazy(() =>
  import("../features/doctor/fix-dialog.tsx").then(({ FixDialog }) => ({ default: FixDialog })),
);
const LeaveDialog = lazy(() =>
  import("../features/presenter/leave-dialog.tsx").then(({ LeaveDialog }) => ({ default: LeaveDialog })),
);

const RecordDialog = lazy(() =>
  import("../features/recording/record-dialog.tsx").then(({ RecordDialog }) => ({ default: RecordDialog })),
);
const RecordedDialog = lazy(() =>
  import("../features/recording/recorded-dialog.tsx").then(({ RecordedDialog }) => ({
    default: RecordedDialog,
  })),
);
const OpeningDialog = lazy(() =>
  import("../features/recording/opening-dialog.tsx").then(({ OpeningDialog }) => ({
    default: OpeningDialog,
  })),
);

/** The one dialog that is open, loaded when first asked for. */
export function SurfaceHost() {
  const { open } = useSurfaces();
  useReturnFocus();
  return (
    <>
      <Suspense fallback={null}>
        <ModalLayer />
      </Suspense>
      <Suspense fallback={null}>
        {open.kind === "launch" && <LaunchDialog image={open.image} />}
        {open.kind === "remove" && <RemoveDialog keys={open.keys} />}
        {open.kind === "remove-images" && <RemoveImagesDialog keys={open.keys} />}
        {open.kind === "palette" && <PaletteDialog />}
        {open.kind === "shortcuts" && <ShortcutsDialog />}
        {open.kind === "fix" && <FixDialog check={open.check} fix={open.fix} />}
        {open.kind === "leave-demo" && <LeaveDialog />}
        {open.kind === "record" && <RecordDialog />}
        {open.kind === "recorded" && <RecordedDialog />}
        {open.kind === "open-recording" && <OpeningDialog />}
      </Suspense>
    </>
  );
}
