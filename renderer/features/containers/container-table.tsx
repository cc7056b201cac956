import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { openDetails } from "../../app/router.ts";
import type { Words } from "../../app/words.ts";
import { useShownNow } from "../../engine/use-session.ts";
import { containersStrings, selectAllMatching } from "../../strings/containers.ts";
import { HeadRow } from "../../ui/grid-parts.tsx";
import { SelectAllHead } from "../../ui/select-all-head.tsx";
import { SortHead } from "../../ui/sort-head.tsx";
import { VirtualGrid } from "../../ui/virtual-grid.tsx";
import { setListView, useListView } from "../../ui-state/list-view.ts";
import { sortBy, usePreferences } from "../../ui-state/preferences.ts";
import { type Column, gridTemplate, type Layout, visibleColumns } from "./columns.tsx";
import { type ContainerRow, isActive } from "./container-row.ts";
import { RowCells } from "./row-cells.tsx";
import type { MenuPlace } from "./row-menu.tsx";
import { onTableKey } from "./table-keys.ts";

const RowMenu = lazy(() => import("./row-menu.tsx").then(({ RowMenu }) => ({ default: RowMenu })));

const ROW_HEIGHT = { comfortable: 34, compact: 28 } as const;

interface ContainerTableProps {
  readonly rows: readonly ContainerRow[];
  readonly words: Words;
  readonly layout: Layout;
  /** Key of the container whose details are open. */
  readonly open: string | null;
  /** Told whether the order must rest: a row has focus, the pointer is over the body, or a menu is open. */
  readonly onHold: (held: boolean) => void;
}

export function ContainerTable({ rows, words, layout, open, onHold }: ContainerTableProps) {
  const { selected, focused, request } = useListView();
  const { hiddenColumns, density } = usePreferences();
  const now = useShownNow();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const columns = useMemo(() => visibleColumns(hiddenColumns, layout), [hiddenColumns, layout]);
  const onMenu = useCallback((row: ContainerRow, at: DOMRect) => setMenu({ row, at }), []);
  const itemSize = useCallback(() => ROW_HEIGHT[density], [density]);
  // A request is served once: a table that comes back later must not take the focus for it.
  useEffect(() => {
    if (request) setListView({ request: null });
  }, [request]);
  const template = gridTemplate(columns, layout);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the pointer and the focus are
    <div
      className="table-area"
      style={{ "--columns": template } as React.CSSProperties}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={(event) => onHold(event.currentTarget.contains(document.activeElement))}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(menu !== null)}
    >
      <VirtualGrid
        label={containersStrings.title}
        className="containers"
        items={rows}
        itemKey={keyOf}
        itemSize={itemSize}
        itemText={nameOf}
        reservedLetters="m"
        columnCount={columns.length + 1}
        multiselectable
        header={<TableHead columns={columns} rows={rows} layout={layout} />}
        rowClass={(row) => (row.stale ? "container-row stale" : "container-row")}
        rowProps={(row) => ({
          "aria-selected": String(selected.has(row.key)),
          "data-state": row.container.state,
          "data-isolation": row.container.isolation ?? "",
          "data-open": row.key === open ? "" : undefined,
        })}
        renderRow={(row) => (
          <RowCells
            row={row}
            columns={columns}
            selected={selected.has(row.key)}
            words={words}
            now={isActive(row.container) ? now : 0}
            layout={layout}
            onMenu={onMenu}
          />
        )}
        focusedKey={focused}
        focusRequest={request}
        onFocusKey={(key) => setListView({ focused: key })}
        onRowKey={(event, row) => onTableKey(event, row, rows)}
        onRowDoubleClick={(row) => openDetails(row.key)}
        onRowContextMenu={(event, row) => {
          event.preventDefault();
          setMenu({ row, at: new DOMRect(event.clientX, event.clientY, 1, 1) });
        }}
      />
      {menu && (
        <Suspense fallback={null}>
          <RowMenu place={menu} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </div>
  );
}

const keyOf = (row: ContainerRow) => row.key;
const nameOf = (row: ContainerRow) => row.container.name;

interface TableHeadProps {
  readonly layout: Layout;
  readonly columns: readonly Column[];
  readonly rows: readonly ContainerRow[];
}

function TableHead({ columns, rows, layout }: TableHeadProps) {
  const { selected } = useListView();
  const sort = usePreferences((preferences) => preferences.sort);
  return (
    <HeadRow className="container-row head">
      <SelectAllHead
        label={selectAllMatching(rows.length)}
        keys={rows.map(keyOf)}
        selected={selected}
        onSelect={(next) => setListView({ selected: next })}
      />
      {columns.map(({ id, title, numeric }) => (
        <SortHead key={id} id={id} sort={sort} numeric={numeric ?? false} onSort={() => sortBy(id)}>
          <span className={layout === "beside" && id === "status" ? "visually-hidden" : undefined}>
            {title}
          </span>
        </SortHead>
      ))}
    </HeadRow>
  );
}
