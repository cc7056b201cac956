import { useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Comparison } from "../../../electron/contract/compare.ts";
import { compareCost } from "../../../electron/model/compare-summary.ts";
import type { Words } from "../../app/words.ts";
import { compareStrings, costSentence, gainSentence, progressSentence } from "../../strings/compare.ts";
import type { LanePair } from "./verdict-row.ts";

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
  const cost = costSentence(compareCost(lanes.process, lanes.hyperv), words);
  const gain = gainOf(lanes);
  const said = cost === null ? endedWithout(comparison, lanes, words) : `${cost} ${gain}`;
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
      {cost === null ? (
        <b>{said}</b>
      ) : (
        <>
          <b>{cost}</b> {gain}
        </>
      )}
    </p>
  );
}

/** Only where both sides were seen: a row the host has here, and none but the worker there. */
function gainOf({ process, hyperv }: LanePair): string {
  const [a, b] = [process.facts, hyperv.facts];
  if (!a || !b?.worker || a.search.own.length === 0 || b.search.own.length > 0) return "";
  return gainSentence(a.hostRows, a.program, b.worker.name);
}

function endedWithout({ state }: Comparison, lanes: LanePair, words: Words): string {
  const failed = (["process", "hyperv"] as const).filter((isolation) => lanes[isolation].failed);
  if (failed.length > 0) return compareStrings.laneFailed(failed.map((one) => words.isolation[one]));
  return state === "stopped" ? compareStrings.stoppedBefore : compareStrings.noResult;
}

function progressOf({ runs, spec, state }: Comparison, words: Words): string {
  if (state === "stopping") return compareStrings.stoppingNow;
  const run = runs.find((one) => BUSY.has(one.state));
  return run ? progressSentence(run, spec.runs, words) : compareStrings.begins;
}
