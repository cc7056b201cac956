import type { Action } from "../../electron/contract/engine.ts";
import { plural } from "../ui/format.ts";

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
