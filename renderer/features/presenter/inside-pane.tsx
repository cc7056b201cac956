import { formatTime } from "../../../electron/model/format.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import { EvidenceRow } from "./evidence-row.tsx";
import type { Facts } from "./facts.ts";
import { PidFigure, StagePane, StageText } from "./stage-pane.tsx";
import { StateText } from "./state-text.tsx";
import { insideTool } from "./step-text.ts";

/** The container's side: nothing until it runs, then what runs in it, then its PID there. */
export function InsidePane({ facts }: { readonly facts: Facts }) {
  const { step, state, shown, host } = facts;
  const title =
    step.isolation === "hyperv" && host.platform !== "win32"
      ? presenterStrings.insideVm
      : presenterStrings.inside;
  const className = `inside ${step.isolation}`;
  if (state.kind !== "running") {
    return <StagePane title={title} className={className} middle={<StateText facts={facts} />} />;
  }
  if (step.kind === "run") {
    const { name, startedAt } = state.container;
    const since =
      startedAt === null ? presenterStrings.running : presenterStrings.runningSince(formatTime(startedAt));
    return (
      <StagePane
        title={title}
        className={className}
        middle={<p className={`stage-program iso-${step.isolation}`}>{facts.program}</p>}
        below={
          <p>
            <b>{name}</b>, {since}
          </p>
        }
      />
    );
  }
  const row = shown?.inside ?? null;
  if (row?.pid == null) {
    const text = shown ? presenterStrings.insideUnread : presenterStrings.reading;
    return <StagePane title={title} className={className} middle={<StageText>{text}</StageText>} />;
  }
  return (
    <StagePane
      title={title}
      className={className}
      caption={insideTool(host.platform, step.isolation)}
      middle={<PidFigure pid={row.pid} isolation={step.isolation} />}
      below={<EvidenceRow platform={host.platform} side="inside" row={row} />}
    />
  );
}
