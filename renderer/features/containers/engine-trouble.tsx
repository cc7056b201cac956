import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { StethoscopeRegular } from "@fluentui/react-icons/svg/stethoscope";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import { formatDuration, formatTime } from "../../../electron/model/format.ts";
import { troubleId } from "../../app/engine-state.ts";
import { formatRoute } from "../../app/router.ts";
import { useHost } from "../../engine/host-context.tsx";
import { useShownNow } from "../../engine/use-session.ts";
import { containersStrings } from "../../strings/containers.ts";
import { errorText } from "../../strings/errors.ts";
import { shellStrings } from "../../strings/shell.ts";
import { copyText } from "../../ui/copy-text.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { dismiss, useNotices } from "../../ui-state/notices.ts";

/** One bar for each engine that does not answer, with why, since when, what to do and when it is tried again. */
export function EngineTrouble({ engines }: { readonly engines: readonly EngineStatus[] }) {
  const dismissed = useNotices((notices) => notices.dismissed);
  return engines
    .filter((engine) => engine.state === "stale" || engine.state === "failed")
    .filter((engine) => !dismissed.has(troubleId(engine)))
    .map((engine) => <EngineBar key={engine.id} engine={engine} />);
}

interface EngineBarProps {
  readonly engine: EngineStatus;
  /** Cannot be put away. */
  readonly stays?: boolean;
}

/** What is wrong with one engine. Stale data is never put away: what is seen is old. */
export function EngineBar({ engine, stays = false }: EngineBarProps) {
  const { client } = useHost();
  const now = useShownNow();
  const { state, error, lastSeen, retryAt } = engine;
  const text = error ? errorText(error) : null;
  const stale = state === "stale";
  const denied = error?.code === "denied";
  const fix = error && "fix" in error ? error.fix : undefined;
  return (
    <TroubleBar
      intent={stale || denied ? "warning" : "error"}
      title={titleOf(engine)}
      raw={text?.raw ?? null}
      {...(!(stale || stays) && { onDismiss: () => dismiss(troubleId(engine)) })}
      actions={
        <>
          <Button
            as="a"
            size="small"
            icon={<StethoscopeRegular />}
            href={formatRoute({ screen: "settings", page: "doctor", about: engine.id })}
          >
            {shellStrings.whyDoctor}
          </Button>
          {denied && fix && (
            <Button size="small" icon={<CopyRegular />} onClick={() => void copyText(fix)}>
              {containersStrings.copy}
            </Button>
          )}
          <Button
            size="small"
            icon={<ArrowClockwiseRegular />}
            onClick={() => void client.call("engines.retry", { engine: engine.id }).catch(() => {})}
          >
            {shellStrings.tryNow}
          </Button>
        </>
      }
    >
      {stale &&
        lastSeen !== null &&
        containersStrings.lastSample(formatTime(lastSeen), formatDuration(now - lastSeen))}
      {stale && `${engine.title}: `}
      {text?.cause} {denied && fix ? <code className="mono">{fix}</code> : text?.next}{" "}
      {retryAt !== null && retryText(retryAt - now)}
    </TroubleBar>
  );
}

function titleOf({ state, error, title }: EngineStatus): string {
  if (state === "stale") return containersStrings.paused;
  if (error?.code === "denied") return containersStrings.mayNotRead;
  return error ? errorText(error).title : containersStrings.notAnswering(title);
}

function retryText(ms: number): string {
  return ms <= 0 ? shellStrings.tryingNow : shellStrings.nextTry(Math.ceil(ms / 1000));
}
