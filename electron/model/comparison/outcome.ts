import type { Comparison } from "../../contract/compare.ts";
import { compareCost } from "../compare-summary.ts";
import type { Words } from "../words.ts";
import { costSentence, gainSentence, outcomeWords } from "./compare-words.ts";
import type { LanePair } from "./verdict-row.ts";

/** What an ended comparison came to, in one sentence or two. */
export interface Outcome {
  /** What it cost, or why nothing can be said of that. */
  readonly cost: string;
  /** What it bought; "" where that was not seen. */
  readonly gain: string;
}

export function compareOutcome(comparison: Comparison, lanes: LanePair, words: Words): Outcome {
  const cost = costSentence(compareCost(lanes.process, lanes.hyperv), words);
  if (cost === null) return { cost: endedWithout(comparison, lanes, words), gain: "" };
  return { cost, gain: gainOf(lanes) };
}

/** Only where both sides were seen: a row the host has here, and none but the worker there. */
function gainOf({ process, hyperv }: LanePair): string {
  const [a, b] = [process.facts, hyperv.facts];
  if (!a || !b?.worker || a.search.own.length === 0 || b.search.own.length > 0) return "";
  return gainSentence(a.hostRows, a.program, b.worker.name);
}

function endedWithout({ state }: Comparison, lanes: LanePair, words: Words): string {
  const failed = (["process", "hyperv"] as const).filter((isolation) => lanes[isolation].failed);
  if (failed.length > 0) return outcomeWords.laneFailed(failed.map((one) => words.isolation[one]));
  return state === "stopped" ? outcomeWords.stoppedBefore : outcomeWords.noResult;
}
