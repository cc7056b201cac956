import { Button } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { useMemo, useState } from "react";
import { ConnectionBar } from "../../app/connection-bar.tsx";
import { useKeys } from "../../app/keys.ts";
import { navigate, PRESENTER_STEPS } from "../../app/router.ts";
import { wordsOf } from "../../app/words.ts";
import { type HostInfo, useHostInfo } from "../../engine/host-context.tsx";
import { useReplaying } from "../../engine/use-session.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import { titleText } from "../../strings/shell.ts";
import { LoadingRows } from "../containers/loading-rows.tsx";
import { programOf, useDemoCommand } from "./demo-command.ts";
import { LiveStage, Stage } from "./stage.tsx";
import { StepRail } from "./step-rail.tsx";
import { stepLabel } from "./step-text.ts";
import { stepAt } from "./steps.ts";
import { useDemo } from "./use-demo.ts";
import { useDemoJobs, useDemoRun } from "./use-demo-run.ts";
import { useLeave } from "./use-leave.ts";
import "./presenter.css";
import "./stage.css";
import "./stage-conditions.css";

/** The demo on the whole window. */
export function PresenterScreen({ step }: { readonly step: number }) {
  const host = useHostInfo();
  if (!host) return <LoadingRows />;
  return <Presenter host={host} number={step} />;
}

const show = (step: number) => navigate({ screen: "presenter", step });

function Presenter({ host, number }: { readonly host: HostInfo; readonly number: number }) {
  const words = useMemo(() => wordsOf(host), [host]);
  const what = useDemoCommand(host);
  const program = programOf(what);
  const step = stepAt(number);
  const demo = useDemo(step.isolation);
  const { state, engine, unable } = demo;
  const run = useDemoRun(what);
  const leave = useLeave();
  const replaying = useReplaying();
  const [again, setAgain] = useState(0);
  useDemoJobs();

  const launches = step.kind === "run";
  const canRun = launches && unable === null;
  const mustRun = canRun && state.kind !== "running" && state.kind !== "starting";
  const runStep = () => {
    if (canRun && state.kind !== "starting") run(step.isolation);
    else if (!launches) setAgain((count) => count + 1);
  };
  const next = () => (mustRun ? runStep() : number < PRESENTER_STEPS && show(number + 1));
  const back = () => number > 1 && show(number - 1);
  useKeys({
    ...{ arrowright: next, pagedown: next, arrowleft: back, pageup: back },
    ...{ r: runStep, escape: leave },
  });

  const position = `${presenterStrings.position(number, PRESENTER_STEPS)}: ${stepLabel(step, host, program)}`;
  const facts = { step, host, words, what, program, state, engine, unable, shown: null };
  return (
    <div className="presenter">
      <title>{titleText(position, 0, replaying)}</title>
      <StepRail host={host} words={words} program={program} current={number} done={demo.done} />
      <main id="main" className="presenter-main" data-region="content" tabIndex={-1}>
        <ConnectionBar />
        {state.kind === "running" ? (
          <LiveStage facts={facts} containerKey={state.container.key} again={again} />
        ) : (
          <Stage facts={facts} again={again} />
        )}
      </main>
      <footer className="presenter-foot" data-region="status" tabIndex={-1}>
        <span className="presenter-keys dim small">
          <kbd>←</kbd> <kbd>→</kbd> {presenterStrings.step} <kbd>R</kbd> {presenterStrings.runAgain}{" "}
          <kbd>Esc</kbd> {presenterStrings.leave}
        </span>
        <span className="grow" />
        <Button icon={<ChevronLeftRegular />} disabled={number === 1} onClick={back}>
          {presenterStrings.back}
        </Button>
        {number === PRESENTER_STEPS ? (
          <Button appearance="primary" onClick={leave}>
            {presenterStrings.finish}
          </Button>
        ) : (
          <Button
            appearance="primary"
            icon={mustRun ? <PlayRegular /> : <ChevronRightRegular />}
            onClick={next}
          >
            {mustRun ? presenterStrings.run : presenterStrings.next}
          </Button>
        )}
      </footer>
    </div>
  );
}
