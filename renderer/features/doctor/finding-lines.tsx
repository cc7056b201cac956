import type { Finding } from "../../../electron/contract/doctor.ts";
import { useNow } from "../../ui/use-now.ts";
import { FindingAge } from "./finding-age.tsx";
import { FindingDetails } from "./finding-details.tsx";
import { FixView } from "./fix-view.tsx";
import { stateIcon } from "./state-icon.tsx";

interface FindingLinesProps {
  readonly findings: readonly Finding[];
  readonly title: (count: number) => string;
  /** What is not known is in sight; what is fine is folded away. */
  readonly open?: boolean;
}

/** Findings that ask for nothing, a line each under one that names them all. */
export function FindingLines({ findings, title, open = false }: FindingLinesProps) {
  const now = useNow(findings.length > 0);
  const [first] = findings;
  if (!first) return null;
  return (
    <details className="finding-fold" open={open}>
      <summary>
        {stateIcon[first.state]}
        {title(findings.length)}
        <span className="finding-names dim">{findings.map((finding) => finding.title).join(", ")}</span>
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            <div className="finding-line">
              <b>{finding.title}</b>
              <FindingAge finding={finding} now={now} />
            </div>
            <div>{finding.found}</div>
            {finding.fixes.map((fix) => (
              <FixView key={fix.id} check={finding.id} fix={fix} busy={false} />
            ))}
            <FindingDetails finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
}
