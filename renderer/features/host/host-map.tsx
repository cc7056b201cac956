import { memo, useMemo } from "react";
import type { Words } from "../../app/words.ts";
import { type HostInfo, useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource } from "../../engine/resources.ts";
import { staleReason } from "../containers/container-row.ts";
import { KernelMap } from "../containers/kernel-map.tsx";
import { kernelMap } from "../containers/kernel-map-model.ts";
import { EngineCards } from "./engine-cards.tsx";
import { FeatureCards } from "./feature-cards.tsx";

interface HostMapProps {
  readonly host: HostInfo;
  readonly words: Words;
  /** Narrows the list to one container's processes. */
  readonly onTile: (container: string) => void;
}

/** What stands on this host's kernel, and the engines that put it there. */
export const HostMap = memo(function HostMap({ host, words, onTile }: HostMapProps) {
  const { rows: engines } = useLive(enginesResource);
  const { rows: containers, loaded } = useLive(containersResource);
  const map = useMemo(() => {
    const records = Array.from(containers.values(), (container) => ({
      container,
      stale: staleReason(engines.get(container.engine)),
    }));
    return kernelMap(records, words.pid);
  }, [containers, engines, words]);
  const all = [...engines.values()];
  return (
    <>
      {loaded && (
        <KernelMap
          map={map}
          host={host}
          words={words}
          engines={all.filter((engine) => engine.capabilities.launch.hyperv.can)}
          onTile={onTile}
        />
      )}
      <EngineCards engines={all} />
      <FeatureCards />
    </>
  );
});
