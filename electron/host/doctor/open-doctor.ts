import type { HostInfo } from "../../contract/contract.ts";
import { Doctor } from "../../fleet/doctor/doctor.ts";
import type { Gatherers } from "../../fleet/doctor/gather.ts";
import { runCommand } from "../../fleet/doctor/run-command.ts";
import type { Jobs } from "../../fleet/jobs.ts";
import { checksFor } from "../../model/doctor/checks.ts";
import { commonGatherers, type DoctorSources } from "./common-gatherers.ts";
import { linuxGatherers } from "./linux-gatherers.ts";
import { windowsGatherers } from "./windows-gatherers.ts";

const GATHERERS: Readonly<Record<HostInfo["platform"], (sources: DoctorSources) => Gatherers>> = {
  linux: linuxGatherers,
  win32: windowsGatherers,
  darwin: (sources) => commonGatherers(sources, "/"),
};

/** The doctor of this platform. It looks at nothing before somebody watches. */
export function openDoctor(sources: DoctorSources, jobs: Jobs): Doctor {
  const { platform } = sources.info();
  const gatherers = GATHERERS[platform](sources);
  return new Doctor({ checks: checksFor(platform), gatherers, clock: sources.clock, jobs, run: runCommand });
}
