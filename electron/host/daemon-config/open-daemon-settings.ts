import type { Clock } from "../../engine/engine.ts";
import { advisedHost } from "../../model/advisor/advised-host.ts";
import { defaultMode } from "../../model/advisor/default-mode.ts";
import type { ProcessTable } from "../../processes/process-table.ts";
import { knownPlatform } from "../host-info.ts";
import type { MachineFacts } from "../machine/open-machine.ts";
import { DaemonSettings } from "./daemon-settings.ts";

const DAEMON = /^dockerd(\.exe)?$/i;

/** The configuration of the dockerd of this very host. */
export function openDaemonSettings(
  processes: ProcessTable,
  machine: MachineFacts,
  clock: Clock,
): DaemonSettings {
  const platform = knownPlatform(process.platform);
  return new DaemonSettings({
    ...{ platform, env: process.env },
    daemons: async () => {
      const { rows } = await processes.sample();
      return rows.filter(({ name }) => DAEMON.test(name)).map(({ pid, command }) => ({ pid, command }));
    },
    rule: () => defaultMode(advisedHost({ platform, machine: machine.current }, [])).isolation,
    now: () => clock.now(),
  });
}
