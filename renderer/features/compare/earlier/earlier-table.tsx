import type { CostRecord } from "../../../../electron/contract/cost.ts";
import type { Words } from "../../../app/words.ts";
import { earlierStrings } from "../../../strings/earlier.ts";
import { errorText } from "../../../strings/errors.ts";
import { TroubleBar } from "../../../ui/trouble-bar.tsx";
import { EarlierHead } from "./earlier-head.tsx";
import { EarlierRow } from "./earlier-row.tsx";
import type { Earlier } from "./use-earlier.ts";
import "./earlier.css";

interface EarlierTableProps {
  readonly earlier: Earlier;
  /** The comparison that is shown above; null when there is none. */
  readonly shownId: string | null;
  readonly words: Words;
}

/** What was measured on this host before, each against the one shown above where the two are alike. */
export function EarlierTable({ earlier, shownId, words }: EarlierTableProps) {
  const { records, error } = earlier;
  const shown = records.find(({ id }) => id === shownId) ?? null;
  const refusal = error && errorText(error);
  if (records.length === 0 && !refusal) return null;
  return (
    <section className="earlier" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{earlierStrings.title}</h2>
      <p className="dim small">{earlierStrings.hint}</p>
      {refusal && (
        <TroubleBar intent="error" title={earlierStrings.refused} raw={refusal.raw}>
          {refusal.cause} {refusal.next}
        </TroubleBar>
      )}
      {records.length > 0 && <Records records={records} shown={shown} earlier={earlier} words={words} />}
    </section>
  );
}

interface RecordsProps {
  readonly records: readonly CostRecord[];
  readonly shown: CostRecord | null;
  readonly earlier: Earlier;
  readonly words: Words;
}

function Records({ records, shown, earlier, words }: RecordsProps) {
  return (
    <div className="earlier-scroll">
      <table className="earlier-table" aria-labelledby="earlier-title">
        <EarlierHead words={words} hasShown={shown !== null} />
        <tbody>
          {records.map((record) => (
            <EarlierRow key={record.id} record={record} shown={shown} earlier={earlier} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
