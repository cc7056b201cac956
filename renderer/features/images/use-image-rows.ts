import { useMemo } from "react";
import { advisedHost } from "../../../electron/model/advisor/advised-host.ts";
import { useConnection, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource, imagesResource } from "../../engine/resources.ts";
import { type ImageRow, toImageRows } from "./image-row.ts";
import { usePendingRemovals } from "./use-remove-images.ts";

export interface ImageRows {
  readonly loaded: boolean;
  readonly rows: readonly ImageRow[];
}

/** Every image, with who uses it and what is asked of it. */
export function useImageRows(): ImageRows {
  const { rows: images, loaded } = useLive(imagesResource);
  const containers = useLive(containersResource);
  const { rows: engines } = useLive(enginesResource);
  const connected = useConnection().state === "connected";
  const removing = usePendingRemovals();
  const info = useHostInfo();
  const host = useMemo(
    () => (info ? advisedHost(info, [...engines.values()], containers.rows.values()) : null),
    [info, engines, containers.rows],
  );
  return {
    loaded,
    rows: useMemo(
      () =>
        toImageRows({
          images: images.values(),
          containers: containers.loaded ? containers.rows.values() : null,
          engines,
          removing,
          host,
          lost: connected ? null : "Isoscope is not connected.",
        }),
      [images, containers.loaded, containers.rows, engines, removing, host, connected],
    ),
  };
}
