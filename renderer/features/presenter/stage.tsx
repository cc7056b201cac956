import { useEffect } from "react";
import { useLive } from "../../engine/host-context.tsx";
import { processesResource, scopeResource } from "../../engine/resources.ts";
import { useQuietAnnounce } from "../../ui/use-quiet-announce.ts";
import { CommandBar } from "./command-bar.tsx";
import { markSeen } from "./demo-session.ts";
import { type Facts, readShown } from "./facts.ts";
import { HostPane } from "./host-pane.tsx";
import { InsidePane } from "./inside-pane.tsx";
import { StageGutter } from "./stage-gutter.tsx";
import { StageSlabs } from "./stage-slabs.tsx";
import { stepCommand } from "./step-command.ts";
import { stepTitle } from "./step-text.ts";

/** One step: its sentence, its command, and both sides on what they stand on. `again` redraws it when a person asks. */
export function Stage({ facts, again }: { readonly facts: Facts; readonly again: number }) {
  const title = stepTitle(facts);
  useQuietAnnounce(title);
  return (
    <>
      <h1>{title}</h1>
      <CommandBar key={facts.step.number} command={stepCommand(facts)} />
      <div key={`${facts.step.number} ${again}`} className={`stage stage-${facts.step.isolation}`}>
        <InsidePane facts={facts} />
        <StageGutter facts={facts} />
        <HostPane facts={facts} />
        <StageSlabs facts={facts} />
      </div>
    </>
  );
}

interface LiveStageProps {
  readonly facts: Facts;
  readonly containerKey: string;
  readonly again: number;
}

/** The same with what both sides show of a running container, read while it is on screen. */
export function LiveStage({ facts, containerKey, again }: LiveStageProps) {
  const scope = useLive(scopeResource(containerKey)).rows.get(containerKey);
  const processes = useLive(processesResource).rows;
  const { state, program, step } = facts;
  const shown =
    scope && state.kind === "running" ? readShown(program, state.container, scope, processes.values()) : null;
  const seen = shown?.inside != null;
  useEffect(() => {
    if (seen) markSeen(step.number);
  }, [seen, step.number]);
  return <Stage facts={{ ...facts, shown }} again={again} />;
}
