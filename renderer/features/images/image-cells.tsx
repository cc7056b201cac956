import { MoreHorizontal16Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { Play16Regular } from "@fluentui/react-icons/svg/play";
import { memo } from "react";
import { imagesStrings } from "../../strings/images.ts";
import { GridCell } from "../../ui/grid-parts.tsx";
import { RowButton } from "../../ui/row-button.tsx";
import { openLaunchOf } from "../../ui-state/surfaces.ts";
import { columnClass, type ImageColumn } from "./image-columns.tsx";
import type { ImageRow } from "./image-row.ts";
import { toggleImage } from "./images-view.ts";

interface ImageCellsProps {
  readonly row: ImageRow;
  readonly columns: readonly ImageColumn[];
  readonly selected: boolean;
  readonly onMenu: (row: ImageRow, at: DOMRect) => void;
}

export const launchName = ({ image }: ImageRow): string => image.refs[0] ?? image.id;

export const ImageCells = memo(function ImageCells({ row, columns, selected, onMenu }: ImageCellsProps) {
  return (
    <>
      <GridCell>
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          data-row-control=""
          aria-label={`Select ${row.name}`}
          checked={selected}
          onChange={() => toggleImage(row.key)}
        />
      </GridCell>
      {columns.map((column, index) => (
        <GridCell
          key={column.id}
          numeric={column.numeric ?? false}
          className={columnClass(column)}
          description={column.description?.(row)}
        >
          {column.cell(row)}
          {index === columns.length - 1 && <ImageActions row={row} onMenu={onMenu} />}
        </GridCell>
      ))}
    </>
  );
});

/** Shown while the row is pointed at or focused. */
function ImageActions({ row, onMenu }: Pick<ImageCellsProps, "row" | "onMenu">) {
  return (
    <span className="row-actions">
      <RowButton
        label={`${imagesStrings.launch} ${row.name}`}
        icon={<Play16Regular />}
        onClick={() => openLaunchOf(launchName(row))}
      />
      <RowButton
        label={`${imagesStrings.more}: ${row.name}`}
        icon={<MoreHorizontal16Regular />}
        opensMenu
        onClick={(button) => onMenu(row, button.getBoundingClientRect())}
      />
    </span>
  );
}
