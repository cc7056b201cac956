import { ArrowSortDownRegular } from "@fluentui/react-icons/svg/arrow-sort-down";
import { ArrowSortUpRegular } from "@fluentui/react-icons/svg/arrow-sort-up";
import { memo } from "react";
import { hostStrings } from "../../strings/host.ts";
import { HeadCell, HeadRow } from "../../ui/grid-parts.tsx";
import { type HostSort, sortHostBy } from "../../ui-state/preferences.ts";
import type { ProcessColumn } from "../scope/process-columns.ts";
import { OWNER_COLUMN } from "./host-columns.ts";

interface HostTableHeadProps {
  readonly columns: readonly ProcessColumn[];
  readonly sort: HostSort;
}

export const HostTableHead = memo(function HostTableHead({ columns, sort }: HostTableHeadProps) {
  return (
    <HeadRow className="host-row head">
      {columns.map(({ title, numeric }) => (
        <SortCell key={title} id={title} title={title} numeric={numeric} sort={sort} />
      ))}
      <SortCell id={OWNER_COLUMN} title={hostStrings.belongsTo} numeric={false} sort={sort} />
    </HeadRow>
  );
});

interface SortCellProps {
  readonly id: string;
  readonly title: string;
  readonly numeric: boolean;
  readonly sort: HostSort;
}

function SortCell({ id, title, numeric, sort }: SortCellProps) {
  const sorted = sort.column === id;
  const SortIcon = sort.descending ? ArrowSortDownRegular : ArrowSortUpRegular;
  return (
    <HeadCell numeric={numeric} sort={sorted ? (sort.descending ? "descending" : "ascending") : "none"}>
      <button type="button" className="sort-button" onClick={() => sortHostBy(id)}>
        {title}
        {sorted && <SortIcon />}
      </button>
    </HeadCell>
  );
}
