import { queryOptions, skipToken } from "@tanstack/react-query";
import type { IsoscopeContract } from "../../electron/contract/contract.ts";
import type { Item, LiveName, Sent } from "../../electron/contract/define.ts";
import { type Fold, keep, type LiveData } from "./live-data.ts";

export type LiveTopic = LiveName<IsoscopeContract>;

/** One watched collection: what to ask the server for and how its rows are kept. */
export interface LiveResource<K extends LiveTopic, T> {
  readonly name: K;
  readonly input: Sent<IsoscopeContract, K>;
  readonly fold: Fold<Item<IsoscopeContract, K>, T>;
}

/** A collection kept as the server sends it. */
export function liveResource<K extends LiveTopic>(
  name: K,
  input: Sent<IsoscopeContract, K>,
): LiveResource<K, Item<IsoscopeContract, K>> {
  return { name, input, fold: keep };
}

/**
 * Where the collection lies in the query cache. There is no query function: only pushed snapshots and changes write
 * here, so no fetch can overwrite a newer event.
 */
export function liveOptions<K extends LiveTopic, T>(resource: LiveResource<K, T>) {
  return queryOptions<LiveData<T>>({
    queryKey: ["live", resource.name, resource.input],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}
