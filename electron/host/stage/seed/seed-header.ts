import type { Capability, EngineStatus, HoleCapabilities } from "../../../contract/engine.ts";
import { RECORDING_FORMAT, RECORDING_VERSION, type RecordingHeader } from "../../../contract/recording.ts";
import { PUBLISHED } from "../../../model/published-figures.ts";
import { SEED_AT, SEED_BEGAN } from "./seed-times.ts";

const YES: Capability = { can: true };
const HOLES: HoleCapabilities = {
  ...{ folder: YES, pipe: YES, port: YES, network: YES, containerNetwork: YES, device: YES },
};

export const SEED_ENGINE = "docker";

const docker: EngineStatus = {
  ...{ id: SEED_ENGINE, title: "Docker", state: "live", since: SEED_BEGAN, lastSeen: SEED_BEGAN },
  ...{ error: null, retryAt: null, endpoint: "npipe:////./pipe/docker_engine", version: null },
  ...{ managed: false, notes: [], defaultIsolation: "process" },
  defaultIsolationFrom: "Windows Server runs containers under process isolation where nothing else is said",
  capabilities: {
    launch: { process: YES, hyperv: YES },
    holes: { process: HOLES, hyperv: HOLES },
    ...{ interactive: YES, attach: YES, exec: YES, logs: YES, images: YES },
    ...{ importImage: YES, loadImages: YES, exportImage: YES, removeImage: YES },
    actions: { start: YES, stop: YES, kill: YES, restart: YES, pause: YES, unpause: YES, remove: YES },
  },
};

const NOTE = [
  `From Microsoft’s page “Isolation Modes” (${PUBLISHED.page}):`,
  "the image, the commands, the PIDs 3964, 1732 and 2376, and what Get-Process prints of ping and vmwp.",
  "Not published, and set by us: start times (equal on both sides of ping, since the page says it is the very same process), the id of the VM, the names of host and containers, and the course of time.",
  "The host’s build follows from the image: process isolation needs the same.",
  "The row of System is on every Windows host; no other process of host or containers is published, so none is shown.",
].join(" ");

/** Build of the image's tag, ltsc2019. */
export const SEED_BUILD = 17763;

export const seedHeader: RecordingHeader = {
  format: RECORDING_FORMAT,
  version: RECORDING_VERSION,
  title: "The isolation demo of Microsoft Learn",
  note: NOTE,
  recordedAt: SEED_BEGAN,
  durationMs: SEED_AT.end,
  host: {
    hostName: "Windows Server",
    platform: "win32",
    kernel: { release: `10.0.${SEED_BUILD}`, bootedAt: null, bootId: null },
    machine: {
      architecture: "amd64",
      windows: { build: SEED_BUILD, revision: null, sku: "server", edition: null },
      emulates: [],
      hypervisor: { usable: true, why: "Hyper-V isolation runs in this session." },
    },
    appVersion: "",
    elevated: true,
    cpus: 1,
    words: { process: "Process", hyperv: "Hyper-V" },
    births: "polling",
    processReader: "native",
    demo: { image: PUBLISHED.image, command: [...PUBLISHED.command] },
  },
  engines: [{ sees: "own", status: docker }],
  output: false,
  gaps: [],
};
