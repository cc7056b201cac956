import { ArrowSortDownRegular } from "@fluentui/react-icons/svg/arrow-sort-down";
import { ArrowSortUpRegular } from "@fluentui/react-icons/svg/arrow-sort-up";
import type { ReactNode } from "react";
import { HeadCell } from "./grid-parts.tsx";

export interface SortOrder {
  readonly column: string;
  readonly descending: boolean;
}

interface SortHeadProps {
  readonly id: string;
  readonly sort: SortOrder;
  readonly onSort: () => void;
  readonly numeric?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The head of a column that the table can be sorted by. */
export function SortHead({ id, sort, onSort, numeric = false, className, children }: SortHeadProps) {
  const sorted = sort.column === id;
  const SortIcon = sort.descending ? ArrowSortDownRegular : ArrowSortUpRegular;
  return (
    <HeadCell
      numeric={numeric}
      {...(className !== undefined && { className })}
      sort={sorted ? (sort.descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" className="sort-button" onClick={onSort}>
        {children}
        {sorted && <SortIcon />}
      </button>
    </HeadCell>
  );
}
