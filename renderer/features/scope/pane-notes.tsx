import type { Container } from "../../../electron/contract/container.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { errorText } from "../../ui/error-text.ts";
import { isActive } from "../containers/container-row.ts";
import { statusWord } from "../containers/status-cell.tsx";

/** Why the inside list is empty or old. */
export function InsideNote({ container, scope }: { readonly container: Container; readonly scope: Scope }) {
  if (!isActive(container)) {
    return (
      <p className="pane-note">
        {scopeStrings.notRunning(container.name, statusWord(container).toLowerCase())}
      </p>
    );
  }
  if (!scope.insideError) return null;
  const error = errorText(scope.insideError);
  return (
    <p className="pane-note">
      {error.title} {error.cause}
    </p>
  );
}

/** Why the VM's worker process is not shown. */
export function HostNote({ container, scope }: { readonly container: Container; readonly scope: Scope }) {
  const { footprint } = container;
  if (scope.isolation !== "hyperv" || scope.worker || footprint.kind !== "unknown") return null;
  return <p className="pane-note">{scopeStrings.workerUnknown(footprint.why)}</p>;
}
