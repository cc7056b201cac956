import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import type { Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { hostStrings } from "../../strings/host.ts";
import { VirtualGrid } from "../../ui/virtual-grid.tsx";
import type { HostSort } from "../../ui-state/preferences.ts";
import { HostCells } from "./host-cells.tsx";
import { hostColumns } from "./host-columns.ts";
import type { HostItem } from "./host-entry.ts";
import { onHostKey } from "./host-keys.ts";
import { HostTableHead } from "./host-table-head.tsx";
import { openOwner } from "./open-owner.ts";
import type { RowMenuPlace } from "./row-menu.tsx";

const RowMenu = lazy(() => import("./row-menu.tsx").then(({ RowMenu }) => ({ default: RowMenu })));

const ROW_HEIGHT = 24;

interface HostTableProps {
  readonly items: readonly HostItem[];
  readonly tree: boolean;
  readonly platform: HostInfo["platform"];
  readonly words: Words;
  readonly sort: HostSort;
  readonly sortedAt: number;
  readonly stale: boolean;
  /** The row the bar tells of. */
  readonly currentKey: string | null;
  readonly focusedKey: string | null;
  readonly onFocusKey: (key: string) => void;
  readonly onToggle: (key: string) => void;
  readonly onFilter: (container: string) => void;
  /** Told whether the order must rest: a row has focus, the pointer is over the rows, or a menu is open. */
  readonly onHold: (held: boolean) => void;
}

/** The processes as one grid, or as one tree of them. */
export function HostTable(props: HostTableProps) {
  const { items, tree, platform, currentKey, onToggle, onHold } = props;
  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const [request, setRequest] = useState<{ readonly key: string } | null>(null);
  const columns = useMemo(() => hostColumns(platform), [platform]);
  const rowProps = useCallback(
    (item: HostItem) => ({ ...levels(item), "aria-selected": String(item.key === currentKey) }),
    [currentKey],
  );
  const renderRow = useCallback(
    (item: HostItem) => (
      <HostCells
        columns={columns}
        rowKey={item.key}
        row={item.row}
        owner={item.owner}
        depth={item.branch?.depth ?? null}
        expanded={item.branch?.expanded ?? null}
        onToggle={onToggle}
        onOpen={openOwner}
      />
    ),
    [columns, onToggle],
  );
  const focus = (key: string) => setRequest({ key });
  const closeMenu = () => {
    if (menu) focus(menu.item.key);
    setMenu(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the pointer and the focus are
    <div
      className={`host-area on-${platform}${props.stale ? " stale" : ""}`}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={(event) => onHold(event.currentTarget.contains(document.activeElement))}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(menu !== null)}
    >
      <VirtualGrid
        role={tree ? "treegrid" : "grid"}
        label={hostStrings.grid}
        className="host-grid"
        items={items}
        itemKey={keyOf}
        itemSize={ROW_HEIGHT}
        itemText={nameOf}
        reservedLetters="m"
        columnCount={columns.length + 1}
        header={<HostTableHead columns={columns} sort={props.sort} />}
        rowClass={rowClass}
        rowProps={rowProps}
        renderRow={renderRow}
        order={props.sortedAt}
        focusedKey={props.focusedKey}
        onFocusKey={props.onFocusKey}
        focusRequest={request}
        revealKey={currentKey === props.focusedKey ? null : currentKey}
        onRowKey={(event, item) => onHostKey(event, item, items, { open: openItem, toggle: onToggle, focus })}
        onRowDoubleClick={openItem}
        onRowContextMenu={(event, item) => {
          event.preventDefault();
          setMenu({ item, at: new DOMRect(event.clientX, event.clientY, 1, 1) });
        }}
      />
      {menu && (
        <Suspense fallback={null}>
          <RowMenu place={menu} words={props.words} onFilter={props.onFilter} onClose={closeMenu} />
        </Suspense>
      )}
    </div>
  );
}

const keyOf = (item: HostItem) => item.key;
const nameOf = (item: HostItem) => item.row.name;
const rowClass = (item: HostItem) => (item.aside ? "host-row aside" : "host-row");

function levels({ branch }: HostItem): Record<`aria-${string}`, string | undefined> {
  if (!branch) return {};
  return {
    "aria-level": String(branch.depth + 1),
    "aria-posinset": String(branch.position),
    "aria-setsize": String(branch.siblings),
    "aria-expanded": branch.expanded === null ? undefined : String(branch.expanded),
  };
}

function openItem({ owner, row }: HostItem): void {
  if (owner) openOwner(owner, row);
}
