import type { Isolation } from "../../../electron/contract/engine.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { presenterStrings } from "../../strings/presenter.ts";
import type { Facts, Shown } from "./facts.ts";
import type { Step } from "./steps.ts";

const { labels, titles } = presenterStrings;

/** What shows the PIDs inside, in short: on Linux `docker top` prints the host's. */
export function insideTool(platform: HostInfo["platform"], isolation: Isolation): string {
  if (platform === "win32") return "docker top";
  return isolation === "hyperv" ? "ps in the guest" : "ps inside";
}

/** A step's line in the rail. */
export function stepLabel({ kind, isolation }: Step, { platform }: HostInfo, program: string): string {
  switch (kind) {
    case "run":
      return labels.run(platform, program, isolation);
    case "inside":
      return labels.inside(insideTool(platform, isolation));
    case "look":
      return isolation === "hyperv" ? labels.hidden : labels.same(platform);
    case "worker":
      return labels.worker(platform === "win32" ? "vmwp" : "qemu");
  }
}

/** One sentence: what the step will do while it has not run, what is seen once it has. */
export function stepTitle(facts: Facts): string {
  const { step, host, program, shown, state } = facts;
  const label = stepLabel(step, host, program);
  if (step.kind === "run")
    return state.kind === "running" ? titles.runs(host.platform, program, step.isolation) : label;
  if (!shown) return label;
  switch (step.kind) {
    case "inside":
      return insideTitle(facts, shown) ?? label;
    case "look":
      return lookTitle(program, shown, label);
    case "worker":
      return shown.scope.worker ? titles.worker(shown.scope.worker.name) : label;
  }
}

function insideTitle({ step, program }: Facts, { inside }: Shown): string | null {
  if (inside?.pid == null) return null;
  return step.isolation === "hyperv"
    ? titles.insideVmPid(program, inside.pid)
    : titles.insidePid(program, inside.pid);
}

function lookTitle(program: string, { found: { result } }: Shown, label: string): string {
  switch (result.kind) {
    case "same": {
      const { insidePid, hostPid, certainty } = result.link;
      if (certainty === "likely") return titles.likely(program);
      return insidePid === hostPid ? titles.samePid(program) : titles.otherPid(program, hostPid);
    }
    case "hidden":
      return result.namesake ? titles.hiddenOwn(program) : titles.hidden(program);
    case "unlinked":
      return titles.unlinked(program);
    default:
      return label;
  }
}
