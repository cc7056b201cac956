import type { Image } from "../../../contract/container.ts";
import type { Action, Capability, Isolation } from "../../../contract/engine.ts";
import type { HostProcess } from "../../../contract/process.ts";
import type { RecordedContainer, RecordingEventInput } from "../../../contract/recording.ts";
import { PUBLISHED } from "../../../model/published-figures.ts";
import { SEED_BUILD, SEED_ENGINE } from "./seed-header.ts";
import { insidePing, pingRow, SEED_VM, systemRow, vmwpRow } from "./seed-rows.ts";
import { SEED_AT, SEED_BEGAN } from "./seed-times.ts";

type Event = RecordingEventInput;

const COMMAND = PUBLISHED.command.join(" ");
const OS_VERSION = `10.0.${SEED_BUILD}`;

const YES: Capability = { can: true };
const RUNS: Capability = { can: false, reason: "It is running already." };
const ACTIONS: Readonly<Record<Action, Capability>> = {
  ...{ start: RUNS, stop: YES, kill: YES, restart: YES, pause: YES, unpause: RUNS, remove: YES },
};

const idOf = (isolation: Isolation) => `5eed${(isolation === "process" ? "1" : "2").padStart(60, "0")}`;
const keyOf = ({ pid, start }: HostProcess) => `${pid}:${start}`;

const of = (isolation: Isolation) => ({ engine: SEED_ENGINE, id: idOf(isolation) });

const image: Image = {
  ...{ key: `${SEED_ENGINE}/servercore-ltsc2019`, engine: SEED_ENGINE, id: "servercore-ltsc2019" },
  ...{ refs: [PUBLISHED.image], sizeBytes: null, os: "windows", architecture: "amd64" },
  ...{ osVersion: OS_VERSION, layers: null, createdAt: null, defaultCommand: [] },
};

function container(isolation: Isolation, change: Partial<RecordedContainer>): RecordedContainer {
  return {
    ...{ id: idOf(isolation), name: `ping-${isolation}`, command: COMMAND, isolation },
    image: { ref: PUBLISHED.image, id: image.id, osVersion: OS_VERSION },
    isolationEvidence:
      isolation === "process" ? "The default of Windows Server" : "Launched with --isolation=hyperv",
    ...{ state: "running", exitCode: null, failure: null },
    ...{ createdAt: null, startedAt: null, finishedAt: null, ports: [] },
    ...{ owner: "docker", tty: false, interactive: false },
    ...{ mainPid: null, guestPid: null, worker: null, utilityVm: null },
    ...{ hostProcesses: [], hostProcessesBy: null, actions: ACTIONS },
    ...change,
  };
}

const mark = (t: number, label: string): Event => ({ t, kind: "mark", label });

const processHalf: readonly Event[] = [
  { t: SEED_AT.processLaunched, kind: "processes", upsert: [pingRow] },
  {
    ...{ t: SEED_AT.processLaunched, kind: "witness", ...of("process") },
    inside: {
      at: SEED_BEGAN + SEED_AT.processLaunched,
      source: "docker top",
      rows: [insidePing(PUBLISHED.ping.pid, PUBLISHED.ping.pid, SEED_AT.processLaunched)],
    },
    kernel: null,
  },
  {
    ...{ t: SEED_AT.processLaunched, kind: "containers", engine: SEED_ENGINE },
    upsert: [container("process", { mainPid: PUBLISHED.ping.pid })],
  },
  mark(SEED_AT.processLaunched, "docker run: process isolation"),
  mark(SEED_AT.processTop, "docker top: 3964 ping"),
  mark(SEED_AT.hostRow, "Get-Process ping: 3964, the same process"),
  {
    ...{ t: SEED_AT.hostRow, kind: "take", ...of("process"), isolation: "process" },
    ...{ image: PUBLISHED.image, command: COMMAND },
    ...{ shownMs: SEED_AT.processLaunched, endedMs: null, processes: [keyOf(pingRow)] },
  },
  { t: SEED_AT.processRemoved, kind: "containers", engine: SEED_ENGINE, remove: [idOf("process")] },
  { t: SEED_AT.processRemoved, kind: "processes", remove: [keyOf(pingRow)] },
];

const hypervHalf: readonly Event[] = [
  { t: SEED_AT.hypervLaunched, kind: "processes", upsert: [vmwpRow] },
  {
    ...{ t: SEED_AT.hypervLaunched, kind: "witness", ...of("hyperv") },
    inside: {
      at: SEED_BEGAN + SEED_AT.hypervLaunched,
      source: "docker top",
      rows: [insidePing(PUBLISHED.guestPing.pid, null, SEED_AT.hypervLaunched)],
    },
    kernel: null,
  },
  {
    ...{ t: SEED_AT.hypervLaunched, kind: "containers", engine: SEED_ENGINE },
    upsert: [
      container("hyperv", {
        guestPid: PUBLISHED.guestPing.pid,
        utilityVm: { runtimeId: SEED_VM, startedAt: null },
      }),
    ],
  },
  mark(SEED_AT.hypervLaunched, "docker run: Hyper-V isolation"),
  mark(SEED_AT.hypervTop, "docker top: 1732 ping"),
  mark(SEED_AT.notFound, "Get-Process ping: not found"),
  mark(SEED_AT.worker, "Get-Process vmwp: 2376 instead"),
  {
    ...{ t: SEED_AT.worker, kind: "take", ...of("hyperv"), isolation: "hyperv" },
    ...{ image: PUBLISHED.image, command: COMMAND },
    ...{ shownMs: SEED_AT.hypervLaunched, endedMs: null, processes: [keyOf(vmwpRow)] },
  },
];

/** The course of the scene: one container, then the other, as on Microsoft's page. */
export const seedEvents: readonly Event[] = [
  { t: 0, kind: "images", engine: SEED_ENGINE, upsert: [image] },
  { t: 0, kind: "processes", upsert: [systemRow] },
  ...processHalf,
  ...hypervHalf,
];
