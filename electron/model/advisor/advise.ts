import type { Isolation } from "../../contract/engine.ts";
import type { Advice, AdvisedHost, AdvisedImage, ModeAdvice, Remedy, Verdict } from "./advice.ts";
import { type Asked, type DecisionRow, isolationWords } from "./decision-row.ts";
import { DECISION_TABLE } from "./decision-table.ts";

/**
 * What is to be expected of the image on the host, under each isolation. Total: any input has an answer, and it never
 * throws. It advises and never forbids.
 */
export function advise(host: AdvisedHost, image: AdvisedImage): Advice {
  const process = rowFor({ host, image, isolation: "process" });
  const hyperv = rowFor({ host, image, isolation: "hyperv" });
  return {
    process: spoken(process, { host, image, isolation: "process" }, hyperv),
    hyperv: spoken(hyperv, { host, image, isolation: "hyperv" }, process),
  };
}

function rowFor(asked: Asked): DecisionRow {
  const row = DECISION_TABLE.find(
    ({ on, applies, when }) =>
      on.includes(asked.host.os) && applies.includes(asked.isolation) && (when?.(asked) ?? true),
  );
  if (row === undefined) throw new Error("The table's last rows hold always");
  return row;
}

function spoken(row: DecisionRow, asked: Asked, other: DecisionRow): ModeAdvice {
  const disagreement = row.disagreement?.(asked) ?? null;
  const way = row.verdict === "fails" ? wayOut(asked, other.verdict) : null;
  return {
    verdict: row.verdict,
    rule: {
      id: row.id,
      says: way === null ? row.says(asked) : `${row.says(asked)} ${way.sentence}`,
      sources: row.sources,
      ...(disagreement && { disagreement }),
    },
    hresult: row.hresult ?? null,
    remedies: [...(way === null ? [] : [way.remedy]), ...(row.remedies?.(asked) ?? [])],
  };
}

interface WayOut {
  readonly sentence: string;
  readonly remedy: Remedy;
}

const OTHER: Readonly<Record<Isolation, Isolation>> = { process: "hyperv", hyperv: "process" };

/** The other isolation, where that one runs it. */
function wayOut({ host, isolation }: Asked, verdict: Verdict): WayOut | null {
  if (verdict === "fails" || verdict === "unknown") return null;
  const other = OTHER[isolation];
  const words = isolationWords(host.os, other);
  const run = host.os === "windows" ? words : `a ${words}`;
  const limit = verdict === "runs" ? "" : ", for development and testing only";
  return {
    sentence: `${run.charAt(0).toUpperCase()}${run.slice(1)} runs it${limit}.`,
    remedy: { kind: "use-isolation", isolation: other, label: `Launch it under ${run}` },
  };
}
