import type { Action, Isolation } from "../../electron/contract/engine.ts";
import { actionWords } from "./containers.ts";

export type PaletteGroup = "processes" | "containers" | "actions";

/** Words of the command palette. */
export const paletteStrings = {
  title: "Command palette",
  field: "Search containers, PIDs, actions",
  results: "Results",
  groups: { processes: "Processes", containers: "Containers", actions: "Actions" },
  nothing: (text: string) => `Nothing matches "${text}".`,
  count: (count: number) => (count === 1 ? "1 result" : `${count} results`),
  runDemo: "Run the demo in both isolation modes",
  present: "Present the isolation demo",
  diagnostics: "Diagnostics",
  engines: "Engines",
  doctor: "Open the doctor",
  foldMap: "Fold the kernel map",
  unfoldMap: "Show the kernel map",
  theme: { system: "Theme: same as the system", light: "Theme: light", dark: "Theme: dark" },
  density: { comfortable: "Density: comfortable", compact: "Density: compact" },
  retry: (engine: string) => `Try ${engine} again now`,
  footprint: (text: string) => `footprint ${text}`,
  notRunning: "not running",
  findInScope: (pid: number) => `Find ${pid} in Scope`,
  showOnHost: (pid: number) => `Show ${pid} on Host`,
  copy: "Copy",
  openScope: (name: string) => `Open ${name} in Scope`,
  openTab: (tab: string, name: string) => `${tab} of ${name}`,
  control: (action: Action, name: string) => `${actionWords[action]} ${name}`,
  onHost: "on the host",
  member: (name: string, isolation: Isolation) =>
    isolation === "process" ? `inside ${name}, a process of the host too` : `belongs to ${name}`,
  worker: (name: string) => `worker process of ${name}`,
} as const;
