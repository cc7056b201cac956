import { ErrorCircle16Regular } from "@fluentui/react-icons/svg/error-circle";
import { plural } from "../../../electron/model/format.ts";
import { openScope } from "../../app/router.ts";
import { containersStrings } from "../../strings/containers.ts";
import { errorText } from "../../strings/errors.ts";
import { PidChip } from "../../ui/pid-chip.tsx";
import type { ContainerRow } from "./container-row.ts";
import { failureCode } from "./failure-code.ts";
import { shortWorker } from "./footprint.ts";

/** What the host shows of the container. */
export function FootprintCell({ row }: { readonly row: ContainerRow }) {
  const { container, key } = row;
  const { footprint, failure } = container;
  if (failure) {
    const text = errorText(failure);
    return (
      <span className="footprint-failed ellipsis" title={`${text.title} ${text.cause} ${text.next}`}>
        <ErrorCircle16Regular />
        <span className="mono">{failureCode(failure)}</span>
      </span>
    );
  }
  switch (footprint.kind) {
    case "none":
      return <span className="dim">{containersStrings.none}</span>;
    case "unknown":
      return (
        <span className="dim" title={footprint.why}>
          {containersStrings.unknown}
        </span>
      );
    case "worker":
      return (
        <PidChip
          isolation="hyperv"
          label={shortWorker(footprint.worker.name)}
          pid={footprint.worker.pid}
          evidence={footprint.evidence}
          onOpen={() => openScope(key)}
        />
      );
    case "processes":
      if (!footprint.main) {
        return <span title={footprint.evidence}>{plural(footprint.others, "process", "processes")}</span>;
      }
      return (
        <span className="footprint">
          <PidChip
            isolation="process"
            pid={footprint.main.pid}
            onOpen={() => openScope(key, String(footprint.main?.pid))}
          />
          {footprint.others > 0 && (
            <span className="mono dim" title={othersTitle(footprint.evidence)}>
              +{footprint.others}
            </span>
          )}
        </span>
      );
  }
}

const othersTitle = (evidence: string | undefined): string =>
  `${containersStrings.moreHostRows}${evidence ? `: ${evidence}` : ""}`;
