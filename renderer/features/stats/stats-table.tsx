import type { StatsSample } from "../../../electron/contract/stats.ts";
import { statsStrings } from "../../strings/stats.ts";
import { latestOf, MEASURES, totalText, valueText } from "./measures.ts";
import { type Moment, overall, type SeriesId } from "./moment.ts";
import type { Unit } from "./scale-top.ts";

interface StatsTableProps {
  readonly moments: readonly Moment[];
  readonly latest: StatsSample;
  /** Which time the least and the most are of. */
  readonly span: string;
}

/** Everything that the charts show, as text. */
export function StatsTable({ moments, latest, span }: StatsTableProps) {
  const { caption, measure, now, least, most, total } = statsStrings.table;
  return (
    <table className="stats-table">
      <caption className="visually-hidden">{`${caption}, ${span}`}</caption>
      <thead>
        <tr>
          <th scope="col">{measure}</th>
          <th scope="col">{now}</th>
          <th scope="col">{least}</th>
          <th scope="col">{most}</th>
          <th scope="col">{total}</th>
        </tr>
      </thead>
      <tbody>
        {MEASURES.flatMap(({ unit, series }) =>
          series.map((id) => <SeriesRow key={id} id={id} unit={unit} moments={moments} latest={latest} />),
        )}
      </tbody>
    </table>
  );
}

interface SeriesRowProps extends Omit<StatsTableProps, "span"> {
  readonly id: SeriesId;
  readonly unit: Unit;
}

function SeriesRow({ id, unit, moments, latest }: SeriesRowProps) {
  const all = overall(moments, id);
  return (
    <tr>
      <th scope="row">{statsStrings.series[id]}</th>
      <td>{valueText(unit, latestOf(latest, id))}</td>
      <td>{valueText(unit, all?.least ?? null)}</td>
      <td>{valueText(unit, all?.most ?? null)}</td>
      <td>{totalText(latest, id)}</td>
    </tr>
  );
}
