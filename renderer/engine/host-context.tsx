import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type { Client } from "../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../electron/contract/contract.ts";
import type { Reply } from "../../electron/contract/define.ts";
import { type LiveData, NOTHING } from "./live-data.ts";
import type { LiveLists } from "./live-lists.ts";
import { type LiveResource, type LiveTopic, liveOptions } from "./live-resource.ts";
import type { ConnectionStatus, RendererLink } from "./renderer-link.ts";
import { hostInfoOptions } from "./resources.ts";

export type HostInfo = Reply<IsoscopeContract, "host.info">;

/** The one door to the data, handed down from where the page is put together. */
export interface HostConnection {
  readonly link: RendererLink;
  readonly client: Client<IsoscopeContract>;
  readonly lists: LiveLists;
}

const HostContext = createContext<HostConnection | null>(null);

export const HostProvider = HostContext.Provider;

export function useHost(): HostConnection {
  const host = useContext(HostContext);
  if (!host) throw new Error("A component outside HostProvider asked for data.");
  return host;
}

/** Watches a collection while the component is mounted. */
export function useLive<K extends LiveTopic, T>(resource: LiveResource<K, T>): LiveData<T> {
  useObserved(resource);
  const { data } = useQuery(liveOptions(resource));
  return data ?? NOTHING;
}

/** Like {@link useLive}, rendering again only when what is selected changes. */
export function useLiveSelect<K extends LiveTopic, T, R>(
  resource: LiveResource<K, T>,
  select: (data: LiveData<T>) => R,
): R | undefined {
  useObserved(resource);
  return useQuery({ ...liveOptions(resource), select }).data;
}

function useObserved<K extends LiveTopic, T>(resource: LiveResource<K, T>): void {
  const { lists } = useHost();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a resource is what its name and input say, not an identity
  useEffect(() => lists.observe(resource), [lists, resource.name, JSON.stringify(resource.input)]);
}

/** Undefined until the first answer. */
export function useHostInfo(): HostInfo | undefined {
  return useQuery(hostInfoOptions(useHost().client)).data;
}

export function useConnection(): ConnectionStatus {
  const { link } = useHost();
  return useSyncExternalStore(
    (changed) => link.onStatus(changed),
    () => link.status,
  );
}
