import type { Finding } from "../../../electron/contract/doctor.ts";
import { useNow } from "../../ui/use-now.ts";
import { FindingAge } from "./finding-age.tsx";
import { FindingDetails } from "./finding-details.tsx";
import { stateIcon } from "./state-icon.tsx";

interface FindingLinesProps {
  readonly findings: readonly Finding[];
  readonly title: (count: number) => string;
}

/** Findings that ask for nothing, a line each, folded away. */
export function FindingLines({ findings, title }: FindingLinesProps) {
  const now = useNow(findings.length > 0);
  const [first] = findings;
  if (!first) return null;
  return (
    <details className="finding-fold">
      <summary>
        {stateIcon[first.state]}
        {title(findings.length)}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            <div className="finding-line">
              <b>{finding.title}</b>
              <FindingAge finding={finding} now={now} />
            </div>
            <div>{finding.found}</div>
            <FindingDetails finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
}
