import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { DaemonConfig, DaemonPreview, DaemonWish } from "../../../electron/contract/daemon-config.ts";
import { useHost } from "../../engine/host-context.tsx";

const KEY = "daemonConfig";

export interface DaemonConfigView {
  readonly config: DaemonConfig | null;
  readonly failed: boolean;
  /** Reads the file again. */
  readonly refresh: () => void;
}

/** dockerd's configuration file, read when the page is opened and after each change. */
export function useDaemonConfig(): DaemonConfigView {
  const { client } = useHost();
  const cache = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => client.call("daemonConfig.read", {}, { signal }),
    retry: false,
    staleTime: 0,
  });
  return {
    config: data ?? null,
    failed: isError,
    refresh: () => void cache.invalidateQueries({ queryKey: [KEY] }),
  };
}

/** The lines that a wish would change; null until the host has told, and its error when it refuses. */
export function useDaemonPreview(wish: DaemonWish): {
  readonly preview: DaemonPreview | null;
  readonly error: Error | null;
} {
  const { client } = useHost();
  const { data, error } = useQuery({
    queryKey: [KEY, "preview", wish],
    queryFn: ({ signal }) => client.call("daemonConfig.preview", wish, { signal }),
    retry: false,
    staleTime: 0,
  });
  return { preview: data ?? null, error };
}
