import { join } from "node:path";
import type { Gatherers } from "../../fleet/doctor/gather.ts";
import { capture } from "./capture.ts";
import { commonGatherers, type DoctorSources } from "./common-gatherers.ts";
import { readComputer, readFeatures } from "./windows-cim.ts";
import { readWindowsPerson } from "./windows-person.ts";
import { readServices } from "./windows-services.ts";

/** PowerShell alone takes seconds to start on a busy host. */
const POWERSHELL_MS = 20_000;

/** All that Windows tells a user without rights. */
export function windowsGatherers(sources: DoctorSources): Gatherers {
  const { ProgramData = "C:\\ProgramData", SystemDrive = "C:" } = process.env;
  const run = (signal: AbortSignal) => (argv: readonly [string, ...string[]]) => capture(argv, signal);
  return {
    ...commonGatherers(sources, join(ProgramData, "docker")),
    person: { read: (signal) => readWindowsPerson(run(signal)) },
    services: { read: (signal) => readServices(run(signal)) },
    features: { read: (signal) => readFeatures(run(signal)), deadlineMs: POWERSHELL_MS },
    computer: { read: (signal) => readComputer(run(signal)), deadlineMs: POWERSHELL_MS },
    systemDrive: { read: () => SystemDrive },
  };
}
