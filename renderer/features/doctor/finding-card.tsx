import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { useId } from "react";
import type { Finding } from "../../../electron/contract/doctor.ts";
import { doctorStrings } from "../../strings/doctor.ts";
import { useNow } from "../../ui/use-now.ts";
import { FindingAge } from "./finding-age.tsx";
import { FindingDetails } from "./finding-details.tsx";
import { FixView } from "./fix-view.tsx";
import { RunView } from "./run-view.tsx";
import { stateIcon } from "./state-icon.tsx";

interface FindingCardProps {
  readonly finding: Finding;
  readonly onCheck: () => void;
}

/** A finding that needs a look: what was found, why it matters, and what can be done about it. */
export function FindingCard({ finding, onCheck }: FindingCardProps) {
  const id = useId();
  const now = useNow();
  const { title, state, found, fixes, noFix, run, checking } = finding;
  return (
    <article className="finding" data-state={state} aria-labelledby={id}>
      <div className="finding-head">
        {stateIcon[state]}
        <span className="finding-state">{doctorStrings.states[state]}</span>
        <h3 id={id} tabIndex={-1}>
          {title}
        </h3>
        <FindingAge finding={finding} now={now} />
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwiseRegular />}
          aria-label={doctorStrings.checkOne(title)}
          title={doctorStrings.checkAll}
          disabledFocusable={checking}
          onClick={onCheck}
        />
      </div>
      <p>{found}</p>
      {fixes.map((fix) => (
        <FixView key={fix.id} check={finding.id} fix={fix} busy={run?.state === "running"} />
      ))}
      {noFix !== null && <p className="dim">{noFix}</p>}
      {run && <RunView run={run} now={now} />}
      <FindingDetails finding={finding} />
    </article>
  );
}
