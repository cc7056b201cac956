import { plural } from "../../electron/model/format.ts";

/** Words of the Inspect tab. */
export const inspectStrings = {
  tree: (name: string) => `What the engine tells of ${name}`,
  find: "Find in the description",
  findPlaceholder: "Find",
  copyAll: "Copy all",
  copied: "Copied",
  copyFailed: "Not copied",
  copyValue: (path: string) => `Copy ${path}`,
  openAll: "Open all",
  closeAll: "Close all",
  reveal: "Show environment values",
  hide: "Hide environment values",
  masked: "Environment values are hidden: they can be secrets.",
  revealed: "Environment values are shown, and copied with the rest.",
  readAgain: "Read again",
  reading: "Reading the engine's description",
  found: (count: number) => (count === 0 ? "Nothing has it" : plural(count, "line")),
  fields: (count: number) => plural(count, "field"),
  entries: (count: number) => plural(count, "entry", "entries"),
} as const;
