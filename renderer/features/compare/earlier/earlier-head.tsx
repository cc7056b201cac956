import { Fragment } from "react";
import type { Words } from "../../../app/words.ts";
import { earlierStrings } from "../../../strings/earlier.ts";
import { IsoBadge } from "../../../ui/iso-badge.tsx";

interface EarlierHeadProps {
  readonly words: Words;
  /** Whether there is one that the others are set against. */
  readonly hasShown: boolean;
}

const LANES = ["process", "hyperv"] as const;

/** Two rows: the isolations, and what was measured of each. */
export function EarlierHead({ words, hasShown }: EarlierHeadProps) {
  return (
    <thead>
      <tr className="earlier-lanes">
        <td colSpan={3} />
        {LANES.map((isolation) => (
          <th key={isolation} scope="colgroup" colSpan={2}>
            <IsoBadge isolation={isolation} word={words.isolation[isolation]} />
          </th>
        ))}
        <td colSpan={hasShown ? 2 : 1} />
      </tr>
      <tr>
        <th scope="col">{earlierStrings.when}</th>
        <th scope="col">{earlierStrings.what}</th>
        <th scope="col" className="earlier-count">
          {earlierStrings.runs}
        </th>
        {LANES.map((isolation) => (
          <Fragment key={isolation}>
            <th scope="col">{earlierStrings.time}</th>
            <th scope="col">{earlierStrings.memory}</th>
          </Fragment>
        ))}
        {hasShown && <th scope="col">{earlierStrings.against}</th>}
        <td />
      </tr>
    </thead>
  );
}
