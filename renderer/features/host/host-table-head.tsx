import { memo } from "react";
import type { ProcessColumn } from "../../../electron/model/process-columns.ts";
import { hostStrings } from "../../strings/host.ts";
import { HeadRow } from "../../ui/grid-parts.tsx";
import { SortHead } from "../../ui/sort-head.tsx";
import { type HostSort, sortHostBy } from "../../ui-state/preferences.ts";
import { OWNER_COLUMN } from "./host-columns.ts";

interface HostTableHeadProps {
  readonly columns: readonly ProcessColumn[];
  readonly sort: HostSort;
}

export const HostTableHead = memo(function HostTableHead({ columns, sort }: HostTableHeadProps) {
  return (
    <HeadRow className="host-row head">
      {columns.map(({ title, numeric }) => (
        <SortHead key={title} id={title} numeric={numeric} sort={sort} onSort={() => sortHostBy(title)}>
          {title}
        </SortHead>
      ))}
      <SortHead id={OWNER_COLUMN} sort={sort} onSort={() => sortHostBy(OWNER_COLUMN)}>
        {hostStrings.belongsTo}
      </SortHead>
    </HeadRow>
  );
});
