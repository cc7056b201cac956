import { memo } from "react";
import type { Words } from "../../app/words.ts";
import { containersStrings } from "../../strings/containers.ts";
import { GridCell } from "../../ui/grid-parts.tsx";
import { toggleSelected } from "../../ui-state/list-view.ts";
import type { Column, Layout } from "./columns.tsx";
import type { ContainerRow } from "./container-row.ts";
import { RowActions } from "./row-actions.tsx";

export interface RowCellsProps {
  readonly row: ContainerRow;
  readonly columns: readonly Column[];
  readonly selected: boolean;
  readonly words: Words;
  /** Renewed once a second for running rows, fixed for others, so that those do not render again. */
  readonly now: number;
  readonly layout: Layout;
  readonly onMenu: (row: ContainerRow, anchor: DOMRect) => void;
}

function sameRow(a: RowCellsProps, b: RowCellsProps): boolean {
  return (
    a.row.container === b.row.container &&
    a.row.usage === b.row.usage &&
    a.row.engine?.capabilities === b.row.engine?.capabilities &&
    a.row.stale === b.row.stale &&
    a.row.pending === b.row.pending &&
    a.row.trouble === b.row.trouble &&
    a.columns === b.columns &&
    a.selected === b.selected &&
    a.words === b.words &&
    a.now === b.now &&
    a.layout === b.layout &&
    a.onMenu === b.onMenu
  );
}

export const RowCells = memo(function RowCells(props: RowCellsProps) {
  const { row, columns, selected, words, now, layout } = props;
  return (
    <>
      <GridCell>
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          data-row-control=""
          aria-label={containersStrings.select(row.container.name)}
          checked={selected}
          onChange={() => toggleSelected(row.key)}
        />
      </GridCell>
      {columns.map((column, index) => (
        <GridCell key={column.id} numeric={column.numeric ?? false}>
          {column.cell(row, { words, now, layout })}
          {index === columns.length - 1 && (
            <RowActions row={row} few={layout !== "wide"} onMenu={props.onMenu} />
          )}
        </GridCell>
      ))}
    </>
  );
}, sameRow);
