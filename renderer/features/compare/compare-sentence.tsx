import { useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Comparison } from "../../../electron/contract/compare.ts";
import { compareOutcome } from "../../../electron/model/comparison/outcome.ts";
import type { LanePair } from "../../../electron/model/comparison/verdict-row.ts";
import type { Words } from "../../app/words.ts";
import { compareStrings, progressSentence } from "../../strings/compare.ts";

interface CompareSentenceProps {
  readonly comparison: Comparison;
  readonly lanes: LanePair;
  readonly words: Words;
}

const BUSY = new Set(["launching", "settling", "removing"]);

/** One sentence first: what it cost and what it bought, or what is going on. Its end is announced once. */
export function CompareSentence({ comparison, lanes, words }: CompareSentenceProps) {
  const { announce } = useAnnounce();
  const ended = comparison.endedAt !== null;
  const ran = useRef(!ended);
  const { cost, gain } = compareOutcome(comparison, lanes, words);
  const said = `${cost} ${gain}`.trim();
  useEffect(() => {
    if (!ended) ran.current = true;
    else if (ran.current) {
      ran.current = false;
      announce(said);
    }
  }, [ended, said, announce]);
  if (!ended) return <p className="compare-sentence">{progressOf(comparison, words)}</p>;
  return (
    <p className="compare-sentence">
      <b>{cost}</b> {gain}
    </p>
  );
}

function progressOf({ runs, spec, state }: Comparison, words: Words): string {
  if (state === "stopping") return compareStrings.stoppingNow;
  const run = runs.find((one) => BUSY.has(one.state));
  return run ? progressSentence(run, spec.runs, words) : compareStrings.begins;
}
