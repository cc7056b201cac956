import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FixRun } from "../../../electron/contract/doctor.ts";
import { joinCommand } from "../../../electron/model/command-line.ts";
import { useHost } from "../../engine/host-context.tsx";
import { doctorStrings } from "../../strings/doctor.ts";
import { errorText } from "../../strings/errors.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { stateIcon } from "./state-icon.tsx";

const MARKS: Readonly<Record<FixRun["state"], ReactElement>> = {
  running: <StatusMark shape="spin" />,
  done: stateIcon.ok,
  failed: <StatusMark shape="diamond" />,
  cancelled: <StatusMark shape="ring" />,
};

interface RunViewProps {
  readonly run: FixRun;
  /** ms since the Unix epoch. */
  readonly now: number;
}

/** What became of a fix: how it stands, and what it printed. */
export function RunView({ run, now }: RunViewProps) {
  const { client } = useHost();
  const { state, output, error, job } = run;
  const text = error && state === "failed" ? errorText(error) : null;
  return (
    <div className="run" data-state={state}>
      <div className="run-head">
        {MARKS[state]}
        <span role="status">{headline(run, now)}</span>
        {state === "running" && (
          <Button size="small" onClick={() => void client.call("jobs.cancel", { job }).catch(() => {})}>
            {doctorStrings.cancel}
          </Button>
        )}
      </div>
      {text && (
        <p>
          {text.cause} {output !== "" && doctorStrings.saysWhy}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="run-output" aria-label={doctorStrings.output} tabIndex={0}>
        <pre className="mono">{`> ${joinCommand(run.argv)}\n${output}`}</pre>
      </section>
    </div>
  );
}

function headline({ state, title, startedAt, endedAt }: FixRun, now: number): string {
  switch (state) {
    case "running":
      return doctorStrings.running(title);
    case "done":
      return doctorStrings.done(title, (endedAt ?? now) - startedAt);
    case "failed":
      return doctorStrings.runFailed(title);
    case "cancelled":
      return doctorStrings.cancelled(title);
  }
}
