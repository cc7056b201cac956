import type { VerdictCell, VerdictRow } from "../../../electron/model/comparison/verdict-row.ts";
import type { Words } from "../../app/words.ts";
import { compareStrings } from "../../strings/compare.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";

interface VerdictTableProps {
  readonly rows: readonly VerdictRow[];
  readonly words: Words;
}

export function VerdictTable({ rows, words }: VerdictTableProps) {
  return (
    <table className="verdict" aria-label={compareStrings.title}>
      <thead>
        <tr>
          <th scope="col">{compareStrings.measure}</th>
          <th scope="col">
            <IsoBadge isolation="process" word={words.isolation.process} />
          </th>
          <th scope="col">
            <IsoBadge isolation="hyperv" word={words.isolation.hyperv} />
          </th>
          <th scope="col">{compareStrings.difference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, measure, process, hyperv, difference, measured, decisive }) => (
          <tr key={id}>
            <th scope="row">{measure}</th>
            <Cell cell={process} />
            <Cell cell={hyperv} />
            <td className={measured ? "mono verdict-value" : ""}>
              {decisive ? <b>{difference}</b> : difference}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell: { value, words, note } }: { readonly cell: VerdictCell }) {
  return (
    <td>
      {value !== "" && <span className="mono verdict-value">{value}</span>} {words}
      {note !== "" && <span className="dim">{note}</span>}
    </td>
  );
}
