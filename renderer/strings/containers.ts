import type { Action } from "../../electron/contract/engine.ts";
import { plural } from "../../electron/model/format.ts";

/** Words of the Containers screen. */
export const containersStrings = {
  title: "Containers",
  filterPlaceholder: "Filter by name, image, PID",
  filterLabel: "Filter containers",
  isolationFilter: "Isolation",
  all: "All",
  columns: "Columns",
  clear: "Clear selection",
  openScope: "Open in Scope",
  openDetails: "Open details",
  console: "Console",
  logs: "Logs",
  copyId: "Copy id",
  notKnown: "not known",
  none: "none",
  unknown: "unknown",
  cancel: "Cancel",
  copy: "Copy",
  stays: (reason: string) => `stays: ${reason}`,
  select: (name: string) => `Select ${name}`,
  actionsFor: (name: string) => `Actions for ${name}`,
  kernelMapOf: (host: string) => `Kernel map of ${host}`,
  hostKernel: (release: string) => `Host kernel ${release}`,
  nobodyShares: "no container shares it",
  sharedBy: (containers: string) => `shared by the host and ${containers}`,
  kernelOf: (build: string) => `Kernel ${build}`,
  ownKernel: "Own kernel",
  moreHostRows: "Further processes of it that have a host row",
  demoFailed: (word: string) => `The demo could not be launched under ${word}.`,
  paused: "Paused data.",
  mayNotRead: "Isoscope may not read the engine.",
  notAnswering: (engine: string) => `${engine} is not answering.`,
  lastSample: (time: string, age: string) => `Last sample ${time}, ${age} ago. `,
  noPid: "The host shows no process of it.",
  notRunning: "It is not running.",
  engineUnknown: "Its engine is not known yet.",
  moreForSelected: "More for the selected",
  undo: "Undo",
  startAgain: "Start again",
  launchAgain: "Launch again…",
  more: "More actions",
  copyPid: "Copy PID",
  copyName: "Copy name",
  runDemo: "Run the demo",
  launch: "Launch",
  clearFilter: "Clear filter",
  noMatch: "No container matches",
  reading: "Reading containers",
  orderPaused: "Order paused",
  foldMap: "Fold the kernel map",
  unfoldMap: "Show the kernel map",
} as const;

export const actionWords: Readonly<Record<Action, string>> = {
  start: "Start",
  stop: "Stop",
  kill: "Kill",
  restart: "Restart",
  pause: "Pause",
  unpause: "Resume",
  remove: "Remove",
};

/** What a row says while its action is under way. */
export const pendingWords: Readonly<Record<Action, string>> = {
  start: "Starting",
  stop: "Stopping",
  kill: "Killing",
  restart: "Restarting",
  pause: "Pausing",
  unpause: "Resuming",
  remove: "Removing",
};

/** What a row was done to, in the past. */
const doneWords: Readonly<Record<Action, string>> = {
  start: "Started",
  stop: "Stopped",
  kill: "Killed",
  restart: "Restarted",
  pause: "Paused",
  unpause: "Resumed",
  remove: "Removed",
};

/** "Stopped web-front", "Stopped 3 containers". */
export const doneText = (action: Action, names: readonly string[]) =>
  `${doneWords[action]} ${names.length === 1 ? names[0] : plural(names.length, "container")}`;

/** Why an action leaves some of the selected rows alone; null when it takes all. */
export const bulkReason = (reasons: readonly string[]): string | null =>
  reasons.length === 0 ? null : `Not all: ${reasons.join(" ")}`;

export const activeOf = (active: number, all: number) => `${active} active of ${all}`;
export const emptyTitle = (host: string) => `No containers on ${host}`;
export const emptyText = (command: string) =>
  `Launch one, or run the demo: ${command} in both isolation modes.`;
export const selectedText = (count: number) => `${count} selected`;
export const removeQuestion = (count: number) => `Remove ${plural(count, "container")}?`;
export const removeConsequence = (count: number) =>
  count === 1 ? "Its writable layer is deleted." : "Their writable layers are deleted.";
export const removeButton = (count: number) => (count === 1 ? "Remove" : `Remove ${count}`);
export const actionFailed = (action: Action, name: string) => `${actionWords[action]} failed on ${name}.`;
export const selectAllMatching = (count: number) => `Select all ${count} that match`;
