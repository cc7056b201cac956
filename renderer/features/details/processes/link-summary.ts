import type { Scope } from "../../../../electron/contract/scope.ts";
import { detailsStrings } from "../../../strings/details.ts";
import { shortWorker } from "../../containers/footprint.ts";

export interface LinkSummary {
  /** The figure, told first. */
  readonly lead: string;
  readonly rest: string;
}

/** How many of the container's processes the host has rows for; null where nothing runs inside or nobody could look. */
export function linkSummary(scope: Scope, pidWord: string): LinkSummary | null {
  const { inside, links, worker, isolation, insideError } = scope;
  if (insideError || inside.length === 0) return null;
  if (isolation === "hyperv") {
    return {
      lead: detailsStrings.noneOf(inside.length),
      rest: detailsStrings.noneOnHost(worker && `${shortWorker(worker.name)}, ${pidWord} ${worker.pid}`),
    };
  }
  const likely = links.filter((link) => link.certainty === "likely").length;
  const samePid = links.every((link) => link.insidePid === link.hostPid);
  const how = samePid ? detailsStrings.samePid : detailsStrings.otherPid;
  return {
    lead: detailsStrings.someOf(links.length, inside.length),
    rest: likely > 0 ? `${how}; ${detailsStrings.likely(likely)}` : how,
  };
}
