import { useDeferredValue, useMemo, useRef } from "react";
import { type HostInfo, useLive } from "../../engine/host-context.tsx";
import { containersResource, ownersResource, processesResource } from "../../engine/resources.ts";
import { type HostLayout, type HostSort, usePreferences } from "../../ui-state/preferences.ts";
import { attributions } from "./attributions.ts";
import { knownSort, sorterOf } from "./host-columns.ts";
import type { Attribution, HostEntry, HostItem } from "./host-entry.ts";
import { type HostFilter, matcher } from "./host-filter.ts";
import { type HostOrder, nextOrder } from "./host-order.ts";
import { treeItems } from "./host-tree.ts";

export interface HostItems {
  readonly loaded: boolean;
  /** All processes, in order. */
  readonly entries: readonly HostEntry[];
  /** The lines to show. */
  readonly items: readonly HostItem[];
  /** How many processes match the filter, folded away or not; null without a filter. */
  readonly matching: number | null;
  readonly sort: HostSort;
  /** A new value says that the rows were put in another order. */
  readonly sortedAt: number;
  /** By process key. */
  readonly owners: ReadonlyMap<string, Attribution>;
}

export interface HostView {
  readonly platform: HostInfo["platform"];
  readonly layout: HostLayout;
  readonly filter: HostFilter;
  readonly collapsed: ReadonlySet<string>;
  readonly held: boolean;
}

/** The host's processes as lines: joined with their owners, in order, filtered and, as a tree, hung on their parents. */
export function useHostItems(view: HostView): HostItems {
  const { platform, layout, filter, collapsed } = view;
  const { rows, loaded } = useLive(processesResource);
  const owners = useAttributions();
  const hostSort = usePreferences((preferences) => preferences.hostSort);
  const sort = useMemo(() => knownSort(hostSort, platform), [hostSort, platform]);
  const { entries, at: sortedAt } = useOrder(rows, owners, sort, view);
  // Typing stays quick however many rows there are: the letter first, then the list.
  const { container, text } = useDeferredValue(filter);
  const matches = useMemo(() => matcher({ container, text }), [container, text]);
  const found = useMemo(() => (matches ? entries.filter(matches) : entries), [entries, matches]);
  const items = useMemo(
    () => (layout === "tree" ? treeItems(entries, { collapsed, matches }) : found),
    [layout, entries, found, collapsed, matches],
  );
  return { loaded, entries, items, matching: matches ? found.length : null, sort, sortedAt, owners };
}

function useAttributions(): ReadonlyMap<string, Attribution> {
  const { rows: owners } = useLive(ownersResource);
  const { rows: containers } = useLive(containersResource);
  const known = useRef<ReadonlyMap<string, Attribution>>(new Map());
  return useMemo(() => {
    known.current = attributions(known.current, owners, containers);
    return known.current;
  }, [owners, containers]);
}

function useOrder(
  rows: Parameters<typeof nextOrder>[1]["rows"],
  owners: ReadonlyMap<string, Attribution>,
  sort: HostSort,
  { platform, held }: HostView,
): HostOrder {
  const order = useRef<HostOrder | null>(null);
  return useMemo(() => {
    const sorter = sorterOf(sort.column, platform);
    order.current = nextOrder(order.current, { rows, owners, sort, sorter, now: Date.now(), held });
    return order.current;
  }, [rows, owners, sort, platform, held]);
}
