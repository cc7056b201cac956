import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { type RowLayout, uniformLayout, variedLayout } from "./row-layout.ts";
import { type GridFocus, type RowRequest, useGridFocus } from "./use-grid-focus.ts";
import { mountedRows, useRowWindow } from "./use-row-window.ts";
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
  /** Height in CSS pixels, one for all where all have one; rows are never measured. */
  readonly itemSize: number | ((item: T) => number);
  /** A new value says that the rows were put in another order: the view then does not follow its first row. */
  readonly order?: unknown;
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
 * die as soon as it scrolled away. The body scrolls under a fixed header. A row is drawn again when its item is another
 * object, or when one of the functions that draw it is.
 */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { items, itemKey, itemSize, focusable = always } = props;
  const ownScroller = useRef<HTMLDivElement | null>(null);
  const scroller = props.scrollerRef ?? ownScroller;
  const keys = useMemo(() => items.map(itemKey), [items, itemKey]);
  const layout = useLayout(items, itemSize);
  const focusedIndex = useFocusedIndex(props, keys, focusable);
  const rows = useRowWindow(scroller, layout);
  const reveal = (index: number) => {
    if (index >= 0) rows.viewport.reveal(layout.top(index), layout.size(index));
  };
  useScrollAnchor(rows, keys, layout, props.order);
  const focus = useGridFocus({
    scroller,
    keys,
    focusedIndex,
    focusable: (index) => focusable(items[index] as T),
    textOf: (index) => props.itemText?.(items[index] as T) ?? "",
    reservedLetters: props.reservedLetters ?? "",
    request: props.focusRequest ?? null,
    onFocusKey: props.onFocusKey,
    scrollTo: reveal,
    pageSize: Math.max(1, rows.last - rows.first),
  });
  const { revealKey = null } = props;
  const revealed = revealKey === null ? -1 : keys.indexOf(revealKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new key scrolls; rows that change must not
  useEffect(() => reveal(revealed), [revealKey, revealed >= 0]);
  const latest = useLatest({ grid: props, focus });

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
        <div className="vgrid-body" style={{ height: layout.total }}>
          {mountedRows(rows, items.length, OVERSCAN, focusedIndex).map((index) => (
            <MemoRow
              key={keys[index]}
              rowKey={keys[index] ?? ""}
              item={items[index] as T}
              index={index}
              top={layout.top(index)}
              height={layout.size(index)}
              focused={index === focusedIndex}
              canFocus={focusable(items[index] as T)}
              rowClass={props.rowClass}
              rowProps={props.rowProps}
              renderRow={props.renderRow}
              latest={latest}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Rows of one height lie the same whichever they are: only how many there are counts. */
function useLayout<T>(items: readonly T[], itemSize: VirtualGridProps<T>["itemSize"]): RowLayout {
  const uniform = typeof itemSize === "number" ? itemSize : 0;
  const sizes = useMemo(() => (typeof itemSize === "number" ? null : items.map(itemSize)), [items, itemSize]);
  const count = items.length;
  return useMemo(
    () => (sizes ? variedLayout(sizes) : uniformLayout(count, uniform)),
    [sizes, count, uniform],
  );
}

interface Latest<T> {
  readonly grid: VirtualGridProps<T>;
  readonly focus: GridFocus;
}

/** What rows call back, always the newest, without being drawn again for it. */
function useLatest<V>(value: V): RefObject<V> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

interface GridRowProps<T> {
  readonly rowKey: string;
  readonly item: T;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly focused: boolean;
  readonly canFocus: boolean;
  readonly rowClass: VirtualGridProps<T>["rowClass"];
  readonly rowProps: VirtualGridProps<T>["rowProps"];
  readonly renderRow: VirtualGridProps<T>["renderRow"];
  readonly latest: RefObject<Latest<T>>;
}

function GridRow<T>(row: GridRowProps<T>) {
  const { rowKey, item, index, top, height, focused, canFocus, latest } = row;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`vgrid-row ${row.rowClass?.(item) ?? ""}`}
      style={{ height, transform: `translateY(${top}px)` }}
      data-key={rowKey}
      tabIndex={canFocus ? (focused ? 0 : -1) : undefined}
      onFocus={() => canFocus && latest.current.grid.onFocusKey(rowKey)}
      onKeyDown={(event) => {
        const { grid, focus } = latest.current;
        grid.onRowKey?.(event, item);
        if (!event.defaultPrevented) focus.onKey(event);
      }}
      onClick={(event) => latest.current.grid.onRowClick?.(event, item)}
      onDoubleClick={() => latest.current.grid.onRowDoubleClick?.(item)}
      onContextMenu={(event) => latest.current.grid.onRowContextMenu?.(event, item)}
      {...row.rowProps?.(item)}
    >
      {row.renderRow(item, { focused })}
    </div>
  );
}

// `memo` forgets type parameters.
const MemoRow = memo(GridRow) as typeof GridRow;

/** The focused row's place; when it has gone, the row that took its place; the first one to begin with. */
function useFocusedIndex<T>(
  { items, focusedKey }: VirtualGridProps<T>,
  keys: readonly string[],
  focusable: (item: T) => boolean,
): number {
  const last = useRef(0);
  const found = focusedKey === null ? -1 : keys.indexOf(focusedKey);
  const settled = found >= 0 ? found : nearestFocusable(items, last.current, focusable);
  useLayoutEffect(() => {
    last.current = Math.max(0, settled);
  }, [settled]);
  return settled;
}

function nearestFocusable<T>(items: readonly T[], from: number, focusable: (item: T) => boolean): number {
  const start = Math.min(from, items.length - 1);
  const index = items.findIndex((item, i) => i >= start && focusable(item));
  return index >= 0 ? index : items.findLastIndex(focusable);
}
