import type { HostInfo, Machine } from "../../contract/contract.ts";
import type { EngineStatus } from "../../contract/engine.ts";
import type { Clock } from "../../engine/engine.ts";
import type { Gatherers } from "../../fleet/doctor/gather.ts";
import type { ProcessTableFacts } from "../../processes/process-table.ts";
import type { Paths } from "../paths.ts";
import { readEndpoints } from "./endpoints.ts";
import { type Place, readFolders, readSpaces } from "./storage-facts.ts";
import { readWebPort } from "./web-port.ts";

/** What the app itself knows. */
export interface DoctorSources {
  readonly paths: Paths;
  readonly clock: Clock;
  readonly engines: () => readonly EngineStatus[];
  readonly info: () => HostInfo;
  readonly machine: () => Promise<Machine>;
  readonly processes: ProcessTableFacts;
  /** The port the web host prefers. */
  readonly port: number;
}

/** Each address has its own time-out of 5 s. */
const ENDPOINTS_MS = 6_000;

/** Facts that are read alike on every platform. */
export function commonGatherers(sources: DoctorSources, dockerRoot: string): Gatherers {
  const { paths, clock, engines, info, machine, processes, port } = sources;
  return {
    engines: { read: engines },
    endpoints: {
      read: (signal) => readEndpoints({ platform: process.platform, env: process.env, clock }, signal),
      deadlineMs: ENDPOINTS_MS,
    },
    spaces: { read: () => readSpaces([...placesOf(paths), { role: "Docker's images", path: dockerRoot }]) },
    folders: { read: () => readFolders(placesOf(paths)) },
    webPort: { read: () => readWebPort(port) },
    machine: { read: machine },
    app: {
      read: () => ({
        version: info().appVersion,
        processReader: processes.reader,
        births: processes.births,
        notes: processes.notes,
      }),
    },
  };
}

const placesOf = ({ state, cache, run }: Paths): readonly Place[] => [
  { role: "State", path: state },
  { role: "Cache", path: cache },
  { role: "Sockets and records", path: run },
];
