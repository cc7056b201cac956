import { linkEvidence } from "../../../electron/model/evidence/link-evidence.ts";
import { hostCommands } from "../../../electron/model/terminal-commands.ts";
import { useBuiltIn } from "../../engine/use-session.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import { replayStrings } from "../../strings/replay.ts";
import { findText, plainText } from "../scope/find-text.ts";
import { EvidenceRow } from "./evidence-row.tsx";
import type { Facts, Shown } from "./facts.ts";
import { PidFigure, StagePane, StageText } from "./stage-pane.tsx";
import { stepsOf } from "./steps.ts";

/** The host's side: nothing until a step looks there, then what it has, or that it has nothing. */
export function HostPane({ facts }: { readonly facts: Facts }) {
  const { step, shown } = facts;
  const looks = step.kind === "look" || step.kind === "worker";
  if (!looks || !shown) return <NotLooked facts={facts} />;
  return step.kind === "worker" ? (
    <WorkerPane facts={facts} shown={shown} />
  ) : (
    <LookPane facts={facts} shown={shown} />
  );
}

function NotLooked({ facts: { step } }: { readonly facts: Facts }) {
  const look = stepsOf(step.isolation).find(({ kind }) => kind === "look")?.number ?? step.number;
  return (
    <StagePane
      title={presenterStrings.host}
      className="host"
      middle={
        <>
          <StageText>{presenterStrings.notRun}</StageText>
          {look !== step.number && <p className="stage-hint">{presenterStrings.looksIn(look)}</p>}
        </>
      }
    />
  );
}

interface ShownProps {
  readonly facts: Facts;
  readonly shown: Shown;
}

function LookPane({ facts, shown }: ShownProps) {
  const { platform } = facts.host;
  const built = useBuiltIn();
  const { result } = shown.found;
  const caption = hostCommands.byName(platform, facts.program).replace(/ -o .*$/, "");
  if (result.kind === "same" && shown.host) {
    return (
      <StagePane
        title={presenterStrings.host}
        className="host"
        caption={caption}
        middle={<PidFigure pid={shown.host.pid} isolation="process" />}
        below={
          <>
            <EvidenceRow platform={platform} side="host" row={shown.host} />
            <p>{built ? replayStrings.publishedSame : linkEvidence(result.link)}</p>
          </>
        }
      />
    );
  }
  return (
    <StagePane
      title={presenterStrings.host}
      className="host"
      caption={caption}
      middle={<StageText>{absentText(facts, shown)}</StageText>}
      below={<p className="mono">{absentEvidence(facts, shown)}</p>}
    />
  );
}

function absentText({ words }: Facts, { found: { result } }: Shown): string {
  if (result.kind !== "hidden") return plainText(findText(result, words.pid));
  return result.namesake
    ? presenterStrings.cannotFindOwn(result.name)
    : presenterStrings.cannotFind(result.name);
}

/** What the command itself says; where it finds another process of that name, which. */
function absentEvidence({ host, words }: Facts, { found: { result } }: Shown): string {
  if (result.kind !== "hidden") return "";
  if (result.namesake) return presenterStrings.another(words.pid, result.namesake.pid);
  return host.platform === "win32" ? presenterStrings.noProcessFound : presenterStrings.exitCode;
}

/** The one row that the host has of the VM, on the box it cannot look into. */
function WorkerPane({ facts, shown }: ShownProps) {
  const { platform } = facts.host;
  const { worker } = shown.scope;
  if (!worker) {
    return (
      <StagePane
        title={presenterStrings.host}
        className="host"
        middle={<StageText>{presenterStrings.workerUnread}</StageText>}
      />
    );
  }
  return (
    <StagePane
      title={presenterStrings.host}
      className="host opaque hatch"
      caption={worker.name}
      middle={<PidFigure pid={worker.pid} isolation="hyperv" />}
      below={
        <>
          {shown.worker && <EvidenceRow platform={platform} side="host" row={shown.worker} />}
          <p>{presenterStrings.opaque(shown.scope.inside.length)}</p>
        </>
      }
    />
  );
}
