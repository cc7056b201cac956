import { Checkmark12Regular } from "@fluentui/react-icons/svg/checkmark";
import type { Isolation } from "../../../electron/contract/engine.ts";
import { formatRoute } from "../../app/router.ts";
import type { Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { useReplaying } from "../../engine/use-session.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";
import { stepLabel } from "./step-text.ts";
import { STEPS, stepsOf } from "./steps.ts";

interface StepRailProps {
  readonly host: HostInfo;
  readonly words: Words;
  readonly program: string;
  readonly current: number;
  /** Steps that have run. */
  readonly done: ReadonlySet<number>;
}

const GROUPS: readonly Isolation[] = ["process", "hyperv"];

/** The seven steps in their two groups, and where the demo is. */
export function StepRail({ host, words, program, current, done }: StepRailProps) {
  return (
    <nav className="step-rail" aria-label={presenterStrings.steps}>
      <div className="step-rail-head">
        <b>{presenterStrings.demo}</b>
        <span className="grow" />
        <span className="small dim">{presenterStrings.position(current, STEPS.length)}</span>
      </div>
      {GROUPS.map((isolation) => (
        <div key={isolation} className="step-group">
          <IsoBadge isolation={isolation} word={words.isolation[isolation]} boxed />
          <ol start={stepsOf(isolation)[0]?.number}>
            {stepsOf(isolation).map((step) => (
              <li key={step.number}>
                <a
                  className={done.has(step.number) ? "step done" : "step"}
                  href={formatRoute({ screen: "presenter", step: step.number })}
                  {...(step.number === current && { "aria-current": "step" as const })}
                >
                  <i aria-hidden="true">
                    {done.has(step.number) && step.number !== current ? <Checkmark12Regular /> : step.number}
                  </i>
                  <span>{stepLabel(step, host, program)}</span>
                </a>
              </li>
            ))}
          </ol>
        </div>
      ))}
      <span className="grow" />
      <Source host={host} />
    </nav>
  );
}

/** Where what is on stage comes from. */
function Source({ host }: Pick<StepRailProps, "host">) {
  const replaying = useReplaying();
  return (
    <p className="small dim">
      {replaying ? presenterStrings.recording(host.hostName) : presenterStrings.live(host.hostName)}
      <br />
      {replaying ? presenterStrings.everyRecorded : presenterStrings.everyValue}
    </p>
  );
}
