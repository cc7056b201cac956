import type { Container } from "../../../electron/contract/container.ts";
import type { HostProcess } from "../../../electron/contract/process.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { errorText } from "../../strings/errors.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { isActive } from "../containers/container-row.ts";
import { statusWord } from "../containers/status-cell.tsx";
import { restriction } from "./restriction.ts";

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

interface HostNoteProps {
  readonly container: Container;
  readonly scope: Scope;
  readonly host: HostInfo | undefined;
  readonly processes: ReadonlyMap<string, HostProcess>;
}

/** Why the VM's worker process is not shown, and how much of the host may not be read. */
export function HostNote({ container, scope, host, processes }: HostNoteProps) {
  const { footprint } = container;
  const unknown = scope.isolation === "hyperv" && !scope.worker && footprint.kind === "unknown";
  const unread = restriction(host?.elevated ?? null, processes.values());
  const remedy = host?.platform === "win32" ? scopeStrings.elevateWindows : scopeStrings.elevateUnix;
  return (
    <>
      {unknown && <p className="pane-note">{scopeStrings.workerUnknown(footprint.why)}</p>}
      {unread > 0 && (
        <p className="pane-note">
          {scopeStrings.restricted(unread, processes.size)} {remedy}
        </p>
      )}
    </>
  );
}
