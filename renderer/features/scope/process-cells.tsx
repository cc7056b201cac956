import { memo } from "react";
import type { HostProcess, InsideProcess } from "../../../electron/contract/process.ts";
import { GridCell, HeadCell, HeadRow } from "../../ui/grid-parts.tsx";
import { PROCESS_COLUMNS, processCells } from "./process-columns.ts";

export function ProcessHead() {
  return (
    <HeadRow className="process-row head">
      {PROCESS_COLUMNS.map((column) => (
        <HeadCell key={column.id} numeric={column.numeric}>
          {column.title}
        </HeadCell>
      ))}
    </HeadRow>
  );
}

interface ProcessCellsProps {
  readonly row: HostProcess | InsideProcess;
  /** What the other side has of it, for those who do not see the lines. */
  readonly descriptionId: string | null;
  readonly description: string | null;
}

/** Rendered again only when the row itself changed. */
export const ProcessRowCells = memo(function ProcessRowCells(props: ProcessCellsProps) {
  const { row, description, descriptionId } = props;
  const cells = processCells(row);
  const unreadable = "unreadable" in row ? row.unreadable : null;
  return PROCESS_COLUMNS.map((column) => (
    <GridCell key={column.id} numeric={column.numeric}>
      {column.id === "command" ? (
        <span title={unreadable ? `${cells.command}: ${unreadable}` : cells.command}>{cells.command}</span>
      ) : (
        cells[column.id]
      )}
      {column.id === "command" && descriptionId && (
        <span id={descriptionId} hidden>
          {description}
        </span>
      )}
    </GridCell>
  ));
});
