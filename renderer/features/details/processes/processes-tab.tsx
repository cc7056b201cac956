import { useMemo } from "react";
import type { Container } from "../../../../electron/contract/container.ts";
import { vmCountText, wordsOf } from "../../../app/words.ts";
import { useHostInfo, useLive } from "../../../engine/host-context.tsx";
import { containersResource, enginesResource, scopeResource } from "../../../engine/resources.ts";
import { detailsStrings } from "../../../strings/details.ts";
import { errorText } from "../../../strings/errors.ts";
import { isActive } from "../../containers/container-row.ts";
import { LoadingRows } from "../../containers/loading-rows.tsx";
import type { TabProps } from "../tab.ts";
import { MiniScope } from "./mini-scope.tsx";

/** Both sides of the wall in small: which process inside is which on the host. */
export function ProcessesTab({ container }: TabProps) {
  const host = useHostInfo();
  const words = useMemo(() => wordsOf(host), [host]);
  const containers = useLive(containersResource).rows;
  const engine = useLive(enginesResource).rows.get(container.engine);
  const live = useLive(scopeResource(container.key));
  const scope = live.rows.get(container.key);
  if (!scope) {
    if (!isActive(container)) return <NotRunning container={container} />;
    return live.error ? <p className="details-note">{errorText(live.error).title}</p> : <LoadingRows />;
  }
  const vms = [...containers.values()].filter((one) => one.isolation === "hyperv" && isActive(one)).length;
  return (
    <MiniScope
      container={container}
      scope={scope}
      words={words}
      engine={engine}
      vmCount={host ? vmCountText(host.platform, vms, words) : ""}
    />
  );
}

function NotRunning({ container }: { readonly container: Container }) {
  return <p className="details-note">{detailsStrings.noProcesses(container.name)}</p>;
}
