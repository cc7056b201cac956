import type { Comparison, LaneFacts } from "../../../electron/contract/compare.ts";
import type { LaneSummary } from "../../../electron/model/compare-summary.ts";
import type { Words } from "../../app/words.ts";
import { compareStrings, firstProcessClock, memoryCounter } from "../../strings/compare.ts";
import { measuredStrings } from "../../strings/measured.ts";
import { formatBytes } from "../../ui/format.ts";
import type { LanePair } from "./verdict-row.ts";

interface HowMeasuredProps {
  readonly comparison: Comparison;
  readonly lanes: LanePair;
  readonly words: Words;
}

/** Which clock, which counter, which processes: what a doubting reader asks for. Closed until then. */
export function HowMeasured({ comparison, lanes, words }: HowMeasuredProps) {
  return (
    <details className="how-measured">
      <summary>{compareStrings.howMeasured}</summary>
      <p>{measuredStrings.order(comparison.settleMs)}</p>
      <dl>
        {(["process", "hyperv"] as const).map((isolation) => (
          <LaneMeasures key={isolation} word={words.isolation[isolation]} lane={lanes[isolation]} />
        ))}
      </dl>
    </details>
  );
}

function LaneMeasures({ word, lane }: { readonly word: string; readonly lane: LaneSummary }) {
  const { shown, facts } = lane;
  const first = shown?.firstProcess;
  const sight = shown?.hostSight;
  return (
    <>
      <dt>{word}</dt>
      {first && <dd>{measuredStrings.firstProcess(firstProcessClock(first))}</dd>}
      {sight && <dd>{measuredStrings.sight(sight.resolutionMs)}</dd>}
      {facts && <MemoryMeasures facts={facts} />}
      {facts && <dd>{measuredStrings.kernels(facts.kernelEvidence)}</dd>}
    </>
  );
}

function MemoryMeasures({ facts: { memory } }: { readonly facts: LaneFacts }) {
  const processes = memory.processes.map(
    ({ name, pid, privateBytes, proportionalBytes }) =>
      `${name} ${pid}: ${formatBytes(privateBytes)}, ${formatBytes(proportionalBytes)}`,
  );
  return (
    <dd>
      {measuredStrings.memory(memoryCounter[memory.counter], processes)} {memory.why}
    </dd>
  );
}
