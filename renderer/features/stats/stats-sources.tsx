import type { StatsSample } from "../../../electron/contract/stats.ts";
import { statsStrings } from "../../strings/stats.ts";
import { MEASURES } from "./measures.ts";

/** Who counted each measure, or why nobody did. */
export function StatsSources({ sources }: Pick<StatsSample, "sources">) {
  return (
    <section className="stats-sources">
      <h3>{statsStrings.sources}</h3>
      <dl>
        {MEASURES.map(({ id }) => (
          <div key={id}>
            <dt>{statsStrings.measures[id]}</dt>
            <dd>{sources[id].text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
