import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { type GridFocus, type RowRequest, useGridFocus } from "./use-grid-focus.ts";
import { useScrollAnchor } from "./use-scroll-anchor.ts";

const OVERSCAN = 10;

export interface RowState {
  /** The one row that Tab reaches. */
  readonly focused: boolean;
}

export interface VirtualGridProps<T> {
  readonly label: string;
  /** `treegrid` where rows have levels; they then say theirs in `rowProps`. */
  readonly role?: "grid" | "treegrid";
  readonly className?: string;
  readonly items: readonly T[];
  readonly itemKey: (item: T) => string;
  /** Height in CSS pixels; rows are never measured. */
  readonly itemSize: (item: T) => number;
  /** Group headings and other rows that are only looked at return false. */
  readonly focusable?: (item: T) => boolean;
  readonly columnCount: number;
  /** One element of `role="row"`. */
  readonly header: ReactNode;
  readonly renderRow: (item: T, state: RowState) => ReactNode;
  readonly rowClass?: (item: T) => string;
  /** Attributes of the row element beyond what the grid sets. */
  readonly rowProps?: (item: T) => Record<`aria-${string}` | `data-${string}`, string | undefined>;
  readonly focusedKey: string | null;
  readonly onFocusKey: (key: string) => void;
  /** Keys the grid does not know, and those it does: `preventDefault` keeps it from acting. */
  readonly onRowKey?: (event: KeyboardEvent<HTMLElement>, item: T) => void;
  readonly onRowClick?: (event: MouseEvent<HTMLElement>, item: T) => void;
  readonly onRowDoubleClick?: (item: T) => void;
  readonly onRowContextMenu?: (event: MouseEvent<HTMLElement>, item: T) => void;
  readonly scrollerRef?: RefObject<HTMLDivElement | null>;
  readonly onScroll?: () => void;
  readonly multiselectable?: boolean;
  /** Text that type-ahead looks at. */
  readonly itemText?: (item: T) => string;
  /** Letters that mean something else on this screen; type-ahead never starts with them. */
  readonly reservedLetters?: string;
  /** Each new object moves the focus to its row or only shows it; used to follow a link from another grid. */
  readonly focusRequest?: RowRequest | null;
  /** The row to bring into view whenever this changes; the focus stays where it is. */
  readonly revealKey?: string | null;
}

const always = () => true;

/**
 * A grid of any length: only rows near the window are mounted, plus the focused one, without which arrow keys would
 * die as soon as it scrolled away. The body scrolls under a fixed header.
 */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { items, itemKey, itemSize, focusable = always } = props;
  const ownScroller = useRef<HTMLDivElement | null>(null);
  const scroller = props.scrollerRef ?? ownScroller;
  const keys = useMemo(() => items.map(itemKey), [items, itemKey]);
  const focusedIndex = useFocusedIndex(props, keys, focusable);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeAt(items, index, itemSize),
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan: OVERSCAN,
    rangeExtractor: useCallback((range: Range) => withIndex(range, focusedIndex), [focusedIndex]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are computed once and must be again when density changes
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, itemSize]);
  const offsets = useMemo(() => prefixSums(items, itemSize), [items, itemSize]);
  const offsetOf = useCallback((index: number) => offsets[index] ?? 0, [offsets]);
  useScrollAnchor(scroller, keys, virtualizer.range?.startIndex ?? 0, offsetOf);
  const focus = useGridFocus({
    scroller,
    keys,
    focusedIndex,
    focusable: (index) => focusable(items[index] as T),
    textOf: (index) => props.itemText?.(items[index] as T) ?? "",
    reservedLetters: props.reservedLetters ?? "",
    request: props.focusRequest ?? null,
    onFocusKey: props.onFocusKey,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    pageSize: Math.max(1, (virtualizer.range?.endIndex ?? 1) - (virtualizer.range?.startIndex ?? 0)),
  });
  const { revealKey = null } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new key scrolls; rows that change must not
  useEffect(() => {
    const index = revealKey === null ? -1 : keys.indexOf(revealKey);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: "auto" });
  }, [revealKey, revealKey !== null && keys.includes(revealKey)]);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles support what is set here
    <div
      role={props.role ?? "grid"}
      aria-label={props.label}
      aria-rowcount={items.length + 1}
      aria-colcount={props.columnCount}
      aria-multiselectable={props.multiselectable}
      className={`vgrid ${props.className ?? ""}`}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div role="rowgroup" className="vgrid-head">
        {props.header}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div className="vgrid-scroller" ref={scroller} onScroll={props.onScroll} role="rowgroup">
        <div className="vgrid-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((slot) => (
            <GridRow
              key={slot.key}
              grid={props}
              item={items[slot.index] as T}
              index={slot.index}
              focused={slot.index === focusedIndex}
              focus={focus}
              style={{ height: slot.size, transform: `translateY(${slot.start}px)` }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface GridRowProps<T> {
  readonly grid: VirtualGridProps<T>;
  readonly item: T;
  readonly index: number;
  readonly focused: boolean;
  readonly focus: GridFocus;
  readonly style: CSSProperties;
}

function GridRow<T>({ grid, item, index, focused, focus, style }: GridRowProps<T>) {
  const key = grid.itemKey(item);
  const canFocus = grid.focusable?.(item) ?? true;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`vgrid-row ${grid.rowClass?.(item) ?? ""}`}
      style={style}
      data-key={key}
      tabIndex={canFocus ? (focused ? 0 : -1) : undefined}
      onFocus={() => canFocus && grid.onFocusKey(key)}
      onKeyDown={(event) => {
        grid.onRowKey?.(event, item);
        if (!event.defaultPrevented) focus.onKey(event);
      }}
      onClick={(event) => grid.onRowClick?.(event, item)}
      onDoubleClick={() => grid.onRowDoubleClick?.(item)}
      onContextMenu={(event) => grid.onRowContextMenu?.(event, item)}
      {...grid.rowProps?.(item)}
    >
      {grid.renderRow(item, { focused })}
    </div>
  );
}

/** The focused row's place; when it has gone, the row that took its place; the first one to begin with. */
function useFocusedIndex<T>(
  { items, focusedKey }: VirtualGridProps<T>,
  keys: readonly string[],
  focusable: (item: T) => boolean,
): number {
  const last = useRef(0);
  const found = focusedKey === null ? -1 : keys.indexOf(focusedKey);
  const start = found >= 0 ? found : Math.min(last.current, items.length - 1);
  const index = items.findIndex((item, i) => i >= start && focusable(item));
  const settled = found >= 0 ? found : index >= 0 ? index : items.findLastIndex(focusable);
  useLayoutEffect(() => {
    last.current = Math.max(0, settled);
  }, [settled]);
  return settled;
}

function withIndex(range: Range, index: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((a, b) => a - b);
}

function sizeAt<T>(items: readonly T[], index: number, itemSize: (item: T) => number): number {
  const item = items[index];
  return item === undefined ? 0 : itemSize(item);
}

/** The top of each row, measured from the top of the body. */
export function prefixSums<T>(items: readonly T[], itemSize: (item: T) => number): number[] {
  let sum = 0;
  return items.map((item) => {
    const top = sum;
    sum += itemSize(item);
    return top;
  });
}
