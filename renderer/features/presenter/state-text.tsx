import { Button, ProgressBar } from "@fluentui/react-components";
import { navigate } from "../../app/router.ts";
import { errorText } from "../../strings/errors.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import { statusWord } from "../containers/status-cell.tsx";
import type { Facts } from "./facts.ts";
import { StageText } from "./stage-pane.tsx";
import { runStepOf, stepsOf } from "./steps.ts";
import type { Unable } from "./use-demo.ts";

/** Why there is nothing to see inside yet, and what to do. */
export function StateText({ facts }: { readonly facts: Facts }) {
  const { state, step, unable } = facts;
  const first = runStepOf(step.isolation);
  switch (state.kind) {
    case "idle":
      if (unable !== null) return <UnableText facts={facts} unable={unable} />;
      return (
        <>
          <StageText>{presenterStrings.notRun}</StageText>
          <p className="stage-hint">
            {step.kind === "run" ? presenterStrings.runItWith : presenterStrings.startsIn(first)}
          </p>
        </>
      );
    case "starting":
      return (
        <div role="status" className="stage-starting">
          <StageText>{presenterStrings.starting}</StageText>
          <ProgressBar />
          <p className="stage-hint">{state.phase}</p>
        </div>
      );
    case "ended":
      return (
        <>
          <StageText>
            {presenterStrings.ended(state.container.name, statusWord(state.container).toLowerCase())}
          </StageText>
          <p className="stage-hint">{presenterStrings.runOver(first)}</p>
        </>
      );
    case "failed":
      return <Failed facts={facts} />;
    case "running":
      return null;
  }
}

function Failed({ facts: { state, step } }: { readonly facts: Facts }) {
  if (state.kind !== "failed") return null;
  const { title, cause, next, raw } = errorText(state.error);
  return (
    <div role="alert" className="stage-trouble">
      <StageText>{presenterStrings.launchFailed}</StageText>
      <p>
        {title} {cause}
      </p>
      <p>
        {next} {step.kind === "run" ? "" : presenterStrings.runOver(runStepOf(step.isolation))}
      </p>
      {raw && (
        <details>
          <summary>{presenterStrings.details}</summary>
          <pre className="mono">{raw}</pre>
        </details>
      )}
    </div>
  );
}

interface UnableTextProps {
  readonly facts: Facts;
  readonly unable: Unable;
}

/** No engine can run this half, and what to do; the other half may work. */
function UnableText({ facts: { step, host }, unable }: UnableTextProps) {
  const other = stepsOf(step.isolation === "process" ? "hyperv" : "process").map(({ number }) => number);
  const [from = 1] = other;
  return (
    <div className="stage-trouble">
      <StageText>{presenterStrings.noEngine(presenterStrings.how(host.platform, step.isolation))}</StageText>
      <p>
        {unable.reason} {unable.next}
      </p>
      {unable.otherWorks && (
        <>
          <p>{presenterStrings.otherHalf(from, other.at(-1) ?? from)}</p>
          <Button size="small" onClick={() => navigate({ screen: "presenter", step: from })}>
            {presenterStrings.goTo(from)}
          </Button>
        </>
      )}
    </div>
  );
}
