import type { Scope } from "../../contract/scope.ts";
import type { Words } from "../words.ts";
import { reportWords } from "./report-words.ts";

/** What the two sides come to, a sentence each. Claims only what the scope has evidence for. */
export function scopeSummary(scope: Scope, words: Words): string[] {
  return [...commandLines(scope, words), `${reportWords.verdicts[scope.kernels]}.`];
}

function commandLines(scope: Scope, words: Words): string[] {
  const { isolation, inside, links, mainPid, worker } = scope;
  if (isolation === "hyperv") {
    return [
      reportWords.opaque(inside.length),
      ...(worker ? [reportWords.instead(worker.name, words.pid, worker.pid)] : []),
    ];
  }
  const link = links.find(({ insidePid }) => insidePid === mainPid);
  if (link?.certainty === "proven") {
    const sign = link.insidePid === link.hostPid ? "=" : "→";
    return [reportWords.same(link.insidePid, sign, words.pid, link.hostPid)];
  }
  if (link) return [reportWords.likelySame(words.pid, link.hostPid)];
  const main = inside.find(({ pid }) => pid !== null && pid === mainPid);
  return main ? [reportWords.unlinked(main.name)] : [];
}
