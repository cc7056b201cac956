import { memo } from "react";
import type { ProcessColumn, ProcessRow } from "../../../electron/model/process-columns.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { GridCell, HeadCell, HeadRow } from "../../ui/grid-parts.tsx";

export function ProcessHead({ columns }: { readonly columns: readonly ProcessColumn[] }) {
  return (
    <HeadRow className="process-row head">
      {columns.map((column) => (
        <HeadCell key={column.title} numeric={column.numeric}>
          {column.short === undefined ? (
            column.title
          ) : (
            <>
              <span className="wide-title">{column.title}</span>
              <span className="short-title">{column.short}</span>
            </>
          )}
        </HeadCell>
      ))}
    </HeadRow>
  );
}

interface ProcessCellsProps {
  readonly columns: readonly ProcessColumn[];
  readonly row: ProcessRow;
  /** It has ended and stays for a moment. */
  readonly exited: boolean;
  /** What the other side has of it, for those who do not see the lines. */
  readonly descriptionId: string | null;
  readonly description: string | null;
}

/** Rendered again only when the row itself changed. */
export const ProcessRowCells = memo(function ProcessRowCells(props: ProcessCellsProps) {
  const { columns, row, exited, description, descriptionId } = props;
  return columns.map((column) => {
    const hint = column.hint?.(row);
    return (
      <GridCell key={column.title} numeric={column.numeric}>
        {column.names && exited && <em className="exited-mark">{scopeStrings.exited}</em>}
        {hint ? <span title={hint}>{column.text(row)}</span> : column.text(row)}
        {column.names && descriptionId && (
          <span id={descriptionId} hidden>
            {description}
          </span>
        )}
      </GridCell>
    );
  });
});
