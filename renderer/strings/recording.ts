import type { IsoscopeError } from "../../electron/contract/errors.ts";
import { formatBytes } from "../../electron/model/format.ts";
import { errorText } from "./errors.ts";
import { formatPosition } from "./replay.ts";

/** Words of making, saving and opening recordings. */
export const recordingStrings = {
  group: "Recordings",
  record: "Record this session…",
  recordHint: "What the screens show from now on, to be replayed anywhere.",
  open: "Open a recording…",
  openHint: "A file whose name ends in .isoscope. It can also be dropped onto the window.",
  openBuiltIn: "Show the isolation demo of Microsoft Learn",
  builtIn: "Microsoft’s figures",
  builtInHint: "A session built from what Microsoft published, shipped with Isoscope.",
  /** Beside the action's name, which need not be said twice. */
  buttons: {
    record: "Record…",
    stop: "Stop",
    save: "Save…",
    close: "Close",
    open: "Open…",
    "built-in": "Show",
  },
  stopHint: "Then it can be saved as a file.",
  saveHint: "It waits to be saved or discarded.",
  closeHint: "Shows this host again.",
  closeReplay: "Close the recording",
  stop: "Stop",
  stopRecording: "Stop recording",
  save: "Save…",
  saveRecording: "Save the recording…",
  indicator: "Recording",
  recordTitle: "Record this session",
  what: "Engines, containers, both process lists, images and measurements as they change. Masked are the values of environment variables, and passwords, tokens and keys where they can be told from other text.",
  name: "Title",
  nameNeeded: "a title is needed",
  output: "Also record what containers print",
  outputWarning:
    "Logs may hold names, addresses, and secrets that cannot be told from other text: look before you hand the file on.",
  start: "Start recording",
  cancel: "Cancel",
  notStarted: "Nothing is being recorded.",
  ready: "Recording made",
  notSaved: "The recording was not saved.",
  gaps: "What is missing in it",
  noGaps: "Nothing is missing in it.",
  discard: "Discard…",
  discardQuestion: "Discard this recording?",
  discardText: "It is not saved anywhere else.",
  keep: "Keep",
  discardNow: "Discard",
  later: "Later",
  opening: (file: string) => `Opening ${file}`,
  openingSize: (sent: number, size: number) => `${formatBytes(sent)} of ${formatBytes(size)}`,
  notOpened: (file: string) => `${file} was not opened`,
  unchanged: "What was shown before is still shown.",
  chooseOther: "Choose another…",
  close: "Close",
  drop: "Drop a recording to open it",
  dropHint: "A file whose name ends in .isoscope. Images are dropped on the Images screen.",
  notARecording: "a recording’s name ends in .isoscope; images are dropped on the Images screen",
  unreadable: "the file could not be read",
  defaultTitle: (host: string, day: string) => `${host}, ${day}`,
} as const;

/** `0:42, 1.2 MB` */
export const recordingProgress = (elapsedMs: number, sizeBytes: number): string =>
  `${formatPosition(elapsedMs)}, ${formatBytes(sizeBytes)}`;

export const recordingSaved = (file: string): string => `${file} saved.`;

/** Why a recording was not opened, and what to do. */
export function openingText(error: IsoscopeError): { readonly cause: string; readonly next: string } {
  const anew = "Get the file again from where it came, or choose another.";
  switch (error.code) {
    case "invalid":
      return { cause: sentence(error.message), next: anew };
    case "unsupported":
      return { cause: sentence(error.reason), next: error.fix ?? anew };
    default: {
      const { title, cause, next } = errorText(error);
      return { cause: `${title} ${cause}`, next };
    }
  }
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? "" : "."}`;
