import type { MeterGroup } from "../../electron/contract/diagnostics.ts";
import type { EngineState } from "../../electron/contract/engine.ts";
import { formatDuration } from "../../electron/model/format.ts";
import type { SettingsPage } from "../app/router.ts";

/** Words of the Settings screen. */
export const settingsStrings = {
  title: "Settings",
  pagesLabel: "Settings pages",
  pages: {
    general: "General",
    engines: "Engines",
    doctor: "Doctor",
    diagnostics: "Diagnostics",
  } satisfies Record<SettingsPage, string>,
  appearance: "Appearance",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  density: "Density",
  densities: { comfortable: "Comfortable", compact: "Compact" },
  keyboard: "Keyboard",
  letterKeys: "Single-letter keys",
  letterKeysHint: "Such as M for the kernel map. Off, only keys with Ctrl or Alt and named keys work.",
  live: "Live data",
  refresh: "Refresh interval",
  refreshChoice: (ms: number) => `${ms / 1000} s`,
  refreshHint:
    "How often the host's processes are read while somebody looks. Holds for every window of this app.",
  refreshFailed: "The interval could not be kept.",
  presenter: "Presenter",
  presenterImage: "Image",
  presenterCommand: "Command",
  presenterHint: (image: string, command: string) =>
    `Empty: the demo of this host, ${image} with ${command}.`,
  presenterUnknown: "Empty: the demo of this host.",
  defaults: "Defaults",
  reset: "Reset to defaults",
  resetHint: "Also columns, sort orders and what is folded.",
  undo: "Undo reset",
  wasReset: "Everything is back to its default.",
} as const;

export const enginesStrings = {
  inForce: "Default isolation in force",
  inForceText: (isolation: string, engine: string) =>
    `${isolation}, by ${engine}: a launch that names no isolation gets it.`,
  inForceNone: (reason: string) =>
    `None: a launch that names no isolation would fail. ${reason.replace(/([^.])$/, "$1.")}`,
  states: {
    connecting: "Connecting",
    live: "Live",
    stale: "Not answering",
    failed: "Cannot be used",
    stopped: "Stopped",
  } satisfies Record<EngineState, string>,
  since: (time: string) => `since ${time}`,
  facts: {
    version: "Version",
    endpoint: "Endpoint",
    managed: "Started by",
    lastSeen: "Last answer",
    isolation: "Default isolation",
    notes: "Notes",
    can: "Can",
    cannot: "Cannot",
  },
  byIsoscope: "Isoscope, which stops it when it ends",
  byOthers: "Not Isoscope",
  never: "Not yet",
  ago: (ms: number) => `${formatDuration(ms)} ago`,
  only: (isolation: string) => `${isolation}: the only one this engine does`,
  ruled: (isolation: string) => `${isolation}: the platform's rule, the engine has told none`,
  unknownDefault: "Not known while it does not answer",
  from: (isolation: string, from: string) => `${isolation}. ${from}`,
  noEngines: "No engine is set up.",
  capabilities: {
    interactive: "Interactive commands",
    attach: "Attach a console",
    exec: "Run a further command",
    logs: "Logs",
    images: "List images",
    importImage: "Import an image",
    loadImages: "Load an archive of images",
    exportImage: "Export an image",
    removeImage: "Remove an image",
  },
  launchUnder: (isolation: string) => `Launch under ${isolation}`,
} as const;

export const diagnosticsStrings = {
  copy: "Copy as text",
  copied: "Copied",
  refused: "The page may not copy",
  page: "Live collections of this page",
  app: "Requests of the app",
  events: "Last events",
  noEvents: "Nothing has happened yet.",
  noMeters: "Nothing was asked yet.",
  groups: { engine: "Engine", processes: "Host", calls: "Call" } satisfies Record<MeterGroup, string>,
  columns: {
    collection: "Collection",
    rows: "Rows",
    changes: "Changes/s",
    p50: "p50 ms",
    max: "Max ms",
    age: "Age",
    what: "What",
    name: "Name",
    count: "Count",
    failed: "Failed",
    perSecond: "Per s",
    last: "Last ms",
    lastWhat: "Last",
    time: "Time",
    source: "Source",
    event: "Event",
  },
} as const;
