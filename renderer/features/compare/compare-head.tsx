import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ColumnDoubleCompareRegular } from "@fluentui/react-icons/svg/column-double-compare";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { StopRegular } from "@fluentui/react-icons/svg/stop";
import type { Comparison } from "../../../electron/contract/compare.ts";
import { openScope } from "../../app/router.ts";
import { useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource } from "../../engine/resources.ts";
import { compareStrings } from "../../strings/compare.ts";
import { openRemove } from "../../ui-state/surfaces.ts";
import { ExportButton } from "../report/export-button.tsx";
import type { Comparing } from "./use-compare.ts";
import type { Blocked } from "./use-compare-request.ts";

interface CompareHeadProps {
  readonly comparing: Comparing;
  /** What is on screen: the last one, or an earlier one that was opened. */
  readonly shown: Comparison | null;
  /** Why nothing can be started now; null when it can. */
  readonly blocked: Blocked | null;
  readonly onToggle: () => void;
}

export function CompareHead({ comparing, shown, blocked, onToggle }: CompareHeadProps) {
  const { comparison, running } = comparing;
  const engines = [...useLive(enginesResource).rows.values()];
  const stopping = comparison?.state === "stopping";
  return (
    <div className="page-head">
      <h1>{compareStrings.title}</h1>
      <span className="grow" />
      <KeptActions comparing={comparing} />
      <ExportButton
        subject={shown && shown.endedAt !== null ? { kind: "compare", comparison: shown, engines } : null}
      />
      <Button
        appearance={running ? "secondary" : "primary"}
        icon={running ? <StopRegular /> : comparison ? <ArrowClockwiseRegular /> : <PlayRegular />}
        disabledFocusable={stopping || (!running && blocked !== null)}
        {...(!running && blocked !== null && { title: `${blocked.title} ${blocked.reason}` })}
        onClick={onToggle}
      >
        {buttonWord(running, stopping, comparison !== null)}
      </Button>
    </div>
  );
}

function buttonWord(running: boolean, stopping: boolean, again: boolean): string {
  if (stopping) return compareStrings.stopping;
  if (running) return compareStrings.stop;
  return again ? compareStrings.runAgain : compareStrings.run;
}

/** For containers that were left running on purpose and still are there. */
function KeptActions({ comparing: { comparison } }: { readonly comparing: Comparing }) {
  const containers = useLive(containersResource).rows;
  const keys = (comparison?.kept ?? []).map(({ key }) => key).filter((key) => containers.has(key));
  const [first] = keys;
  if (first === undefined) return null;
  return (
    <>
      <Button appearance="subtle" onClick={() => openRemove(keys)}>
        {compareStrings.removeKept}
      </Button>
      <Button
        icon={<ColumnDoubleCompareRegular />}
        title={compareStrings.openScopeHint}
        onClick={() => openScope(first, comparison?.spec.command[0] ?? "")}
      >
        {compareStrings.openScope}
      </Button>
    </>
  );
}
