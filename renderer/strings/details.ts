import type { DrawerTab } from "../app/router.ts";

/** Words of the details drawer. */
export const detailsStrings = {
  close: "Close details",
  goneTitle: "This container is gone.",
  goneText: "It was removed, or its engine no longer names it.",
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
