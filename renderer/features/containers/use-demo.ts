import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { type HostInfo, useHost } from "../../engine/host-context.tsx";
import { containersStrings } from "../../strings/containers.ts";
import { addNotice } from "../../ui-state/notices.ts";

/** Launches the demo under both isolations, once the host is known. Their progress shows as jobs; a refused launch as a notice. */
export function useDemo(host: HostInfo | undefined): () => void {
  const { client } = useHost();
  return () => {
    if (!host) return;
    for (const isolation of ["process", "hyperv"] as const) {
      client
        .call("containers.launch", { image: host.demo.image, command: host.demo.command, isolation })
        .catch((thrown: unknown) =>
          addNotice({
            id: `demo ${isolation}`,
            title: containersStrings.demoFailed(host.words[isolation]),
            error: toIsoscopeError(thrown),
          }),
        );
    }
  };
}
