import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { memo } from "react";
import type { HostProcess } from "../../../electron/contract/process.ts";
import type { ProcessColumn } from "../../../electron/model/process-columns.ts";
import { hostStrings } from "../../strings/host.ts";
import { GridCell } from "../../ui/grid-parts.tsx";
import type { Attribution } from "./host-entry.ts";
import { OwnerChip } from "./owner-chip.tsx";

interface HostCellsProps {
  readonly columns: readonly ProcessColumn[];
  readonly rowKey: string;
  readonly row: HostProcess;
  readonly owner: Attribution | null;
  /** From 0; null where rows have no levels. */
  readonly depth: number | null;
  readonly expanded: boolean | null;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (owner: Attribution, row: HostProcess) => void;
}

/** Rendered again only when the row itself changed. */
export const HostCells = memo(function HostCells(props: HostCellsProps) {
  const { columns, row, owner, onOpen } = props;
  return (
    <>
      {columns.map((column) => (
        <GridCell key={column.title} numeric={column.numeric}>
          {column.names && props.depth !== null ? (
            <NameInTree {...props} column={column} depth={props.depth} />
          ) : (
            <Text column={column} row={row} />
          )}
        </GridCell>
      ))}
      <GridCell className="owner-cell">
        {owner && <OwnerChip owner={owner} onOpen={() => onOpen(owner, row)} />}
      </GridCell>
    </>
  );
});

function Text({ column, row }: { readonly column: ProcessColumn; readonly row: HostProcess }) {
  const hint = column.hint?.(row);
  return hint ? <span title={hint}>{column.text(row)}</span> : column.text(row);
}

/** Deeper levels than this are drawn at this one: a name must have room. */
const DEEPEST = 16;

function NameInTree(props: HostCellsProps & { readonly column: ProcessColumn; readonly depth: number }) {
  const { column, row, rowKey, depth, expanded, onToggle } = props;
  return (
    <span className="tree-name" style={{ paddingLeft: Math.min(depth, DEEPEST) * 16 }}>
      {expanded === null ? (
        <span className="tree-leaf" />
      ) : (
        <button
          type="button"
          className="tree-toggle"
          tabIndex={-1}
          aria-label={expanded ? hostStrings.fold : hostStrings.unfold}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(rowKey);
          }}
        >
          {expanded ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        </button>
      )}
      <span className="ellipsis">
        <Text column={column} row={row} />
      </span>
    </span>
  );
}
