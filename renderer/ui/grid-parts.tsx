import type { ReactNode } from "react";

interface CellProps {
  readonly numeric?: boolean;
  readonly className?: string;
  /** Says more than the cell shows: on pointing at it, and to those who do not see it. */
  readonly description?: string | undefined;
  readonly children?: ReactNode;
}

const classOf = ({ numeric, className }: CellProps) =>
  ["cell", numeric ? "numeric" : "", className ?? ""].filter((name) => name !== "").join(" ");

/** A cell of a windowed grid: rows take the focus, cells do not. */
export function GridCell(props: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be windowed
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
    <div
      role="gridcell"
      className={classOf(props)}
      {...(props.description !== undefined && {
        title: props.description,
        "aria-description": props.description,
      })}
    >
      {props.children}
    </div>
  );
}

interface HeadCellProps extends CellProps {
  /** Undefined where the column cannot be sorted. */
  readonly sort?: "ascending" | "descending" | "none";
}

export function HeadCell(props: HeadCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be windowed
    // biome-ignore lint/a11y/useFocusableInteractive: its sort button takes the focus
    <div role="columnheader" className={classOf(props)} {...(props.sort && { "aria-sort": props.sort })}>
      {props.children}
    </div>
  );
}

/** The first row of a grid: its column headings. */
export function HeadRow({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be windowed
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus
    <div role="row" aria-rowindex={1} className={className}>
      {children}
    </div>
  );
}
