import type { CostRecord, MeasuredLane } from "../../../../electron/contract/cost.ts";
import { costChange, unlike } from "../../../../electron/model/cost-record.ts";
import { statistics } from "../../../../electron/model/cost-statistics.ts";
import { formatDateTime, UNKNOWN } from "../../../../electron/model/format.ts";
import type { Words } from "../../../app/words.ts";
import {
  changeText,
  commandText,
  earlierStrings,
  formatBytes,
  middleHalf,
  proportionalText,
  secondsText,
  unlikeText,
  wholeSpread,
} from "../../../strings/earlier.ts";
import { IsoGlyph } from "../../../ui/iso-glyph.tsx";
import { EarlierActions } from "./earlier-actions.tsx";
import type { Earlier } from "./use-earlier.ts";

interface EarlierRowProps {
  readonly record: CostRecord;
  /** What is shown above, as the history has it; null where it has it not. */
  readonly shown: CostRecord | null;
  readonly earlier: Earlier;
  readonly words: Words;
}

export function EarlierRow({ record, shown, earlier, words }: EarlierRowProps) {
  const { at, image, runs, lanes } = record;
  return (
    <tr>
      <th scope="row" className="mono">
        {formatDateTime(at)}
      </th>
      <td>
        <div className="ellipsis" title={image.ref}>
          {image.ref}
        </div>
        <div className="ellipsis mono small dim" title={commandText(record)}>
          {commandText(record)}
        </div>
      </td>
      <td className="earlier-count">{runs}</td>
      <Time lane={lanes.process} />
      <Memory lane={lanes.process} />
      <Time lane={lanes.hyperv} />
      <Memory lane={lanes.hyperv} />
      {shown && (
        <td>
          <Against record={record} shown={shown} words={words} />
        </td>
      )}
      <td className="earlier-actions">
        <EarlierActions record={record} isShown={record.id === shown?.id} earlier={earlier} />
      </td>
    </tr>
  );
}

function Time({ lane }: { readonly lane: MeasuredLane }) {
  const all = statistics(lane.firstProcessMs);
  if (!all) return <td>{UNKNOWN}</td>;
  return (
    <td title={wholeSpread(all, secondsText)}>
      <b className="mono">{secondsText(all.median)}</b>
      <div className="small dim">{middleHalf(all, secondsText)}</div>
    </td>
  );
}

function Memory({ lane }: { readonly lane: MeasuredLane }) {
  const all = statistics(lane.privateBytes);
  const proportional = statistics(lane.proportionalBytes);
  if (!all) return <td>{UNKNOWN}</td>;
  return (
    <td title={wholeSpread(all, formatBytes)}>
      <b className="mono">{formatBytes(all.median)}</b>
      <div className="small dim">{proportional && proportionalText(proportional.median)}</div>
    </td>
  );
}

interface AgainstProps {
  readonly record: CostRecord;
  readonly shown: CostRecord;
  readonly words: Words;
}

/** By how much the shown one is more than this, or why the two are not set against each other. */
function Against({ record, shown, words }: AgainstProps) {
  if (record.id === shown.id) return earlierStrings.shown;
  const reasons = unlike(record, shown);
  if (reasons.length > 0) return <span className="dim">{unlikeText(reasons)}</span>;
  return (["process", "hyperv"] as const).map((isolation) => {
    const change = costChange(record, shown, isolation);
    return (
      <div key={isolation} className="earlier-change">
        <IsoGlyph isolation={isolation} />
        <span className="visually-hidden">{words.isolation[isolation]}</span>
        {change && changeText(change)}
      </div>
    );
  });
}
