import {
  type CSSProperties,
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useMemo,
  useState,
} from "react";
import { wordsOf } from "../../app/words.ts";
import { useHostInfo } from "../../engine/host-context.tsx";
import { imagesStrings, selectAllImages } from "../../strings/images.ts";
import { HeadRow } from "../../ui/grid-parts.tsx";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { SelectAllHead } from "../../ui/select-all-head.tsx";
import { onSelectionKey } from "../../ui/selection-keys.ts";
import { SortHead } from "../../ui/sort-head.tsx";
import { useCompact } from "../../ui/use-compact.ts";
import { VirtualGrid } from "../../ui/virtual-grid.tsx";
import { usePreferences } from "../../ui-state/preferences.ts";
import { openLaunchOf, openRemoveImages } from "../../ui-state/surfaces.ts";
import { ImageCells, launchName } from "./image-cells.tsx";
import { columnClass, columnTitle, type ImageColumn, imageColumns, imageTemplate } from "./image-columns.tsx";
import type { ImageMenuPlace } from "./image-menu.tsx";
import type { ImageRow } from "./image-row.ts";
import { setImagesView, sortImagesBy, useImagesView } from "./images-view.ts";

const ImageMenu = lazy(() => import("./image-menu.tsx").then(({ ImageMenu }) => ({ default: ImageMenu })));

const ROW_HEIGHT = { comfortable: 34, compact: 28 } as const;

/** The list of images. Its rows are chosen and removed by the keys that the list of containers has. */
export function ImageTable({ rows }: { readonly rows: readonly ImageRow[] }) {
  const { selected, focused } = useImagesView();
  const density = usePreferences((preferences) => preferences.density);
  const compact = useCompact();
  const [menu, setMenu] = useState<ImageMenuPlace | null>(null);
  const columns = useMemo(() => imageColumns(compact), [compact]);
  const itemSize = useCallback(() => ROW_HEIGHT[density], [density]);
  const onMenu = useCallback((row: ImageRow, at: DOMRect) => setMenu({ row, at }), []);
  const columnsStyle: CSSProperties & Record<"--columns", string> = {
    "--columns": imageTemplate(columns, compact),
  };
  return (
    <div className="table-area" style={columnsStyle}>
      <VirtualGrid
        label={imagesStrings.title}
        className="containers"
        items={rows}
        itemKey={keyOf}
        itemSize={itemSize}
        itemText={nameOf}
        columnCount={columns.length + 1}
        multiselectable
        header={<TableHead columns={columns} rows={rows} />}
        rowClass={(row) => (row.stale === null ? "container-row" : "container-row stale")}
        rowProps={(row) => ({ "aria-selected": String(selected.has(row.key)) })}
        renderRow={(row) => (
          <ImageCells row={row} columns={columns} selected={selected.has(row.key)} onMenu={onMenu} />
        )}
        focusedKey={focused}
        onFocusKey={(key) => setImagesView({ focused: key })}
        onRowKey={(event, row) => onKey(event, row, rows)}
        onRowDoubleClick={(row) => openLaunchOf(launchName(row))}
        onRowContextMenu={(event, row) => {
          event.preventDefault();
          setMenu({ row, at: new DOMRect(event.clientX, event.clientY, 1, 1) });
        }}
      />
      {menu && (
        <Suspense fallback={null}>
          <ImageMenu place={menu} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </div>
  );
}

const keyOf = (row: ImageRow) => row.key;
const nameOf = (row: ImageRow) => row.name;

function onKey(event: KeyboardEvent<HTMLElement>, row: ImageRow, rows: readonly ImageRow[]): void {
  const { selected } = useImagesView.getState();
  if (event.key === "Enter" && event.target === event.currentTarget) {
    openLaunchOf(launchName(row));
    event.preventDefault();
  } else if (event.key === "Delete") {
    openRemoveImages(selected.has(row.key) ? [...selected] : [row.key]);
    event.preventDefault();
  } else {
    onSelectionKey(event, row.key, {
      keys: rows.map(keyOf),
      selected,
      select: (next) => setImagesView({ selected: next }),
    });
  }
}

interface TableHeadProps {
  readonly columns: readonly ImageColumn[];
  readonly rows: readonly ImageRow[];
}

function TableHead({ columns, rows }: TableHeadProps) {
  const { selected, sort } = useImagesView();
  const words = wordsOf(useHostInfo());
  return (
    <HeadRow className="container-row head">
      <SelectAllHead
        label={selectAllImages(rows.length)}
        keys={rows.map(keyOf)}
        selected={selected}
        onSelect={(next) => setImagesView({ selected: next })}
      />
      {columns.map((column) => (
        <SortHead
          key={column.id}
          id={column.id}
          sort={sort}
          numeric={column.numeric ?? false}
          className={columnClass(column)}
          onSort={() => sortImagesBy(column.id)}
        >
          {(column.id === "process" || column.id === "hyperv") && <IsoGlyph isolation={column.id} />}
          {columnTitle(column, words)}
        </SortHead>
      ))}
    </HeadRow>
  );
}
