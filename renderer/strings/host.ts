import type { OwnerRole } from "../../electron/contract/owner.ts";
import { plural } from "../../electron/model/format.ts";

/** Words of the Host screen. */
export const hostStrings = {
  features: "What an own kernel needs",
  openDoctor: "Open the doctor",
  featureDoctor: (feature: string) => `Open the doctor: ${feature}`,
  title: "Host",
  grid: "Processes of the host",
  layout: "Layout",
  table: "Table",
  tree: "Tree",
  belongsTo: "Belongs to",
  filterLabel: "Filter processes",
  filterPlaceholder: "Name, PID, user, command",
  containerFilter: "Processes of",
  allProcesses: "All processes",
  allContainers: "Show all processes",
  noContainer: "No container runs",
  clearFilter: "Clear filter",
  noMatch: "No process matches",
  noRows: (container: string) => `No host process is known to be ${container}'s`,
  openScope: "Open in Scope",
  showOnly: (container: string) => `Show only ${container}`,
  copyPid: (word: string) => `Copy ${word}`,
  copyCommand: "Copy command line",
  fold: "Fold",
  unfold: "Unfold",
  orderPaused: "Order paused",
  rowMenu: (process: string) => `Actions for ${process}`,
  engines: "Engines",
  idle: "Select a process to see whose it is, and how that is known.",
} as const;

export const processCount = (count: number): string => plural(count, "process", "processes");

/** "9 in containers, 2 workers": what the host sees of all containers. */
export function ownedText(counts: { readonly inside: number; readonly workers: number }): string {
  return [
    `${counts.inside} in containers`,
    ...(counts.workers > 0 ? [plural(counts.workers, "worker")] : []),
  ].join(", ");
}

export const matching = (count: number, all: number): string => `${count} of ${processCount(all)}`;

/** What stands in a row before the container's name. */
export const roleWords: Readonly<Record<OwnerRole, string>> = {
  main: "Command of",
  member: "In",
  worker: "Worker of",
  "vm-memory": "Memory of",
  shim: "Shim of",
  "file-server": "File server of",
};

/** What the bar says between the process and the container. `vm` is the platform's word. */
export const roleSentence = (role: OwnerRole, vm: string): readonly [before: string, after: string] => {
  switch (role) {
    case "main":
      return ["is the command of", ""];
    case "member":
      return ["runs in", ""];
    case "worker":
      return [`wraps ${vm}`, ""];
    case "vm-memory":
      return [`holds the memory of ${vm}`, ""];
    case "shim":
      return ["is the runtime's shim of", ", outside of its wall"];
    case "file-server":
      return ["serves a folder of the host to", ", outside of its wall"];
  }
};

export const belongsToNone = "belongs to no container, as far as anything shows.";
export const workerUnknown = "looks like the worker of a VM, but of no container that is known here.";
export const restricted = (unreadable: number, all: number): string =>
  `${unreadable} of ${processCount(all)} cannot be read in full, because Isoscope does not run with all rights. ` +
  "What is missing shows as unknown; PIDs and owners still hold.";
