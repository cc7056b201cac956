import type { Capability } from "../../../electron/contract/engine.ts";
import { containersStrings } from "../../strings/containers.ts";
import { type ContainerRow, isActive } from "./container-row.ts";

const no = (reason: string): Capability => ({ can: false, reason });

/** Whether a console can be opened, as the row's engine and state allow: a further command, or the container's own. */
export function consoleCapability({ container, engine, stale }: ContainerRow): Capability {
  if (stale !== null) return no(stale);
  if (!isActive(container)) return no(containersStrings.notRunning);
  if (!engine) return no(containersStrings.engineUnknown);
  const { exec, attach } = engine.capabilities;
  return exec.can ? exec : attach;
}

/** Whether logs can be read; those of what has ended can be, too. */
export function logsCapability({ engine, stale }: ContainerRow): Capability {
  if (stale !== null) return no(stale);
  return engine ? engine.capabilities.logs : no(containersStrings.engineUnknown);
}
