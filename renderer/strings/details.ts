import type { DrawerTab } from "../app/router.ts";

/** Words of the details drawer. */
export const detailsStrings = {
  close: "Close details",
  goneTitle: "This container is gone.",
  goneText: "It was removed, or its engine no longer names it.",
  inside: "Inside",
  host: "Host",
  noProcesses: (name: string) => `${name} is not running, so it has no processes.`,
  someOf: (some: number, all: number) => `${some} of ${all}`,
  noneOf: (all: number) => `None of ${all}`,
  samePid: "container processes are host processes with the same PID",
  otherPid: "container processes are host processes, under another PID",
  likely: (count: number) => `${count} of them likely, not proven`,
  noneOnHost: (worker: string | null) =>
    `container processes has a row on the host.${worker ? ` The host sees ${worker}.` : ""}`,
} as const;

export const tabWords: Readonly<Record<DrawerTab, string>> = {
  processes: "Processes",
  console: "Console",
  logs: "Logs",
  stats: "Stats",
  boundary: "Boundary",
  inspect: "Inspect",
};

export const detailsOf = (name: string) => `Details of ${name}`;
/** A heading of Scope's panes, cut before it says by what it is sorted. */
export const withoutOrder = (heading: string) => heading.replace(/, by \w+$/, "");
