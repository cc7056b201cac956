import { plural } from "../../electron/model/format.ts";
import type { HostInfo } from "../engine/host-context.tsx";

type Platform = HostInfo["platform"];

/** Words of the list of holes in the Launch dialog. */
export const launchHoleStrings = {
  title: "Holes in the boundary",
  open: (count: number) => (count === 0 ? "None open" : `${count} open`),
  add: "Add",
  addLabel: "Add a hole",
  list: "Holes",
  edit: (what: string) => `Edit ${what}`,
  remove: (what: string) => `Remove ${what}`,
  added: (what: string) => `${what} added`,
  removed: (what: string) => `${what} removed`,
  closed: (what: readonly string[]) => `Closed: ${what.join(", ")}`,
  cannot: (why: string) => `Cannot be opened here. ${why}`,
  wrong: "Something is missing here.",
  readOnly: "Read-only",
  source: "Folder on the host",
  target: "Folder in the container",
  sameTarget: "Empty is the same path.",
  sourceWrong: "Give a whole path.",
  port: "Port in the container",
  hostPort: "Port on the host",
  hostPortHint: "Empty takes a free one.",
  portWrong: "Give a number from 1 to 65535.",
  hostIp: "Address on the host",
  hostIpHint: "Empty is every address; 127.0.0.1 is this host only.",
  hostIpWrong: "Give an IP address.",
  protocol: "Protocol",
  networkOf: "Share",
  networkOfName: "A network",
  networkOfContainer: "Another container's network",
  network: "Network",
  networkHint: "none is no network at all, host is the host's own.",
  container: "Container",
  containerHint: "The one whose network it shares.",
  nameWrong: "Give a name of letters, digits, _ . -",
  device: "Device",
  deviceWrong: "Name a device.",
  containerNetwork: "Container network",
  notOnWindows: "Windows shares none of these",
  sharedMemory: "Shared memory",
  sharedObjects: "Semaphores, mutexes and events",
  sharedProcesses: "Process IDs",
  notOnWindowsNote: "Windows shares no memory, semaphores, mutexes or process IDs with a container.",
} as const;

export const pipeWord = (platform: Platform): string => (platform === "win32" ? "Named pipe" : "Unix socket");

/** What can be added, as the menu and the rows name it. */
export function holeKindWord(
  kind: "folder" | "pipe" | "port" | "network" | "device",
  platform: Platform,
): string {
  return kind === "pipe" ? pipeWord(platform) : KINDS[kind];
}

const KINDS = { folder: "Folder", port: "Port", network: "Network", device: "Device" } as const;

export const pipeSource = (platform: Platform): string => `${pipeWord(platform)} on the host`;
export const pipeTarget = (platform: Platform): string => `${pipeWord(platform)} in the container`;

/** A path, a pipe and a device as this platform writes them. */
export const examples = (platform: Platform) =>
  platform === "win32"
    ? { folder: "C:\\src", pipe: "\\\\.\\pipe\\name", device: "class/{GUID}" }
    : { folder: "/srv/data", pipe: "/run/app.sock", device: "/dev/ttyS0" };

/** The row's name: what kind of hole, with what makes it weaker or stronger. */
export const folderWord = (readOnly: boolean): string =>
  readOnly ? "Folder, read-only" : "Folder, writable";

/** What can be left closed, in the order it is listed. */
export const closedWords = {
  folder: "folders",
  pipe: (platform: Platform) => (platform === "win32" ? "named pipes" : "sockets"),
  port: "ports",
  device: "devices",
  network: "shared network namespace",
  always: (platform: Platform) => (platform === "win32" ? "registry" : "process IDs"),
} as const;

/** "1 folder, 2 ports": the holes of a line that was pasted. */
export const holeCounts = (counts: Readonly<Record<string, number>>, platform: Platform): string[] =>
  Object.entries(counts).map(([kind, count]) => {
    const word = kind === "pipe" ? pipeWord(platform).toLowerCase().replace("unix ", "") : kind;
    return plural(count, word);
  });
