import type { Capability } from "../../../../electron/contract/engine.ts";
import { windowsCapability } from "../../../../electron/model/isolation-limits.ts";
import type { HostInfo } from "../../../engine/host-context.tsx";
import type { LaunchChoice } from "../launch-choice.ts";
import { capabilityOf, type HoleDraft } from "./hole-draft.ts";

const YES: Capability = { can: true };

/** What Windows itself refuses, whatever engine asks. */
const WINDOWS_LIMITS = { containerNetwork: "networkOfAnother", device: "devices" } as const;

/** Whether what would launch opens this hole. Without an engine nobody can tell: the missing engine is said elsewhere. */
export function holeAbility(
  draft: HoleDraft,
  { engine, isolation }: LaunchChoice,
  platform: HostInfo["platform"],
): Capability {
  const kind = capabilityOf(draft);
  const own = engine?.capabilities.holes[isolation][kind] ?? YES;
  if (!own.can || platform !== "win32") return own;
  return kind === "containerNetwork" || kind === "device"
    ? windowsCapability(WINDOWS_LIMITS[kind], isolation)
    : own;
}
