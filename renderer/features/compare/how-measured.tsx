import { Fragment } from "react";
import type { Comparison } from "../../../electron/contract/compare.ts";
import type { LaneSummary } from "../../../electron/model/compare-summary.ts";
import { measuredLines } from "../../../electron/model/comparison/measured-lines.ts";
import { methodLines } from "../../../electron/model/comparison/method-lines.ts";
import type { LanePair } from "../../../electron/model/comparison/verdict-row.ts";
import type { Words } from "../../app/words.ts";
import { compareStrings } from "../../strings/compare.ts";

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
      <dl className="method">
        {methodLines(comparison.method).map(({ term, text }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <dl>
        {(["process", "hyperv"] as const).map((isolation) => (
          <LaneMeasures key={isolation} word={words.isolation[isolation]} lane={lanes[isolation]} />
        ))}
      </dl>
    </details>
  );
}

function LaneMeasures({ word, lane }: { readonly word: string; readonly lane: LaneSummary }) {
  return (
    <>
      <dt>{word}</dt>
      {measuredLines(lane).map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </>
  );
}
