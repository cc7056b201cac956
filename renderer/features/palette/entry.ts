import type { ReactElement } from "react";
import type { Isolation } from "../../../electron/contract/engine.ts";
import type { PaletteGroup } from "../../strings/palette.ts";

/** One line of the palette: what it is, how it is found, and what Enter does. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly icon: ReactElement;
  readonly label: string;
  /** A part that is typed in a terminal, after the label. */
  readonly code?: string;
  readonly chip?: { readonly text: string; readonly isolation: Isolation | null };
  readonly badge?: { readonly isolation: Isolation; readonly word: string };
  readonly detail?: string;
  /** The keys that do the same without the palette. */
  readonly keys?: string;
  /** Text beyond the label that finds it. */
  readonly also?: string;
  readonly run: () => void;
}
