import { ColumnTripleEditRegular } from "@fluentui/react-icons/svg/column-triple-edit";
import { lazy } from "react";
import type { Isolation } from "../../../electron/contract/engine.ts";
import type { Words } from "../../app/words.ts";
import { activeOf, containersStrings } from "../../strings/containers.ts";
import { FilterField } from "../../ui/filter-field.tsx";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { PopupButton } from "../../ui/popup-button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { setListView, useListView } from "../../ui-state/list-view.ts";
import { BulkBar } from "./bulk-bar.tsx";
import type { ContainerRow } from "./container-row.ts";
import { FoldButton } from "./fold-button.tsx";
import type { Counts } from "./list-model.ts";

interface ListHeadProps {
  /** Null while nobody knows yet: unknown is not 0. */
  readonly counts: Counts | null;
  readonly active: number;
  readonly words: Words;
  /** The drawer beside the list takes the room of the text filter and the map. */
  readonly narrow: boolean;
  /** While there are any, what can be done with them stands in the place of the tools. */
  readonly selected: readonly ContainerRow[];
}

const ColumnsMenu = lazy(() =>
  import("./columns-menu.tsx").then(({ ColumnsMenu }) => ({ default: ColumnsMenu })),
);

const ISOLATIONS: readonly Isolation[] = ["process", "hyperv"];

export function ListHead({ counts, active, words, narrow, selected }: ListHeadProps) {
  return (
    <div className="page-head">
      <h1>{containersStrings.title}</h1>
      {!(narrow && selected.length > 0) && (
        <span className="dim ellipsis">{counts && activeOf(active, counts.all)}</span>
      )}
      <span className="grow" />
      {selected.length > 0 ? (
        <BulkBar selected={selected} />
      ) : (
        <IsolationFilter counts={counts} words={words} />
      )}
      {!narrow && <ListFilter />}
      {selected.length === 0 && (
        <PopupButton
          popup={ColumnsMenu}
          appearance="subtle"
          icon={<ColumnTripleEditRegular />}
          aria-label={containersStrings.columns}
          title={containersStrings.columns}
        />
      )}
      {selected.length === 0 && !narrow && <FoldButton />}
    </div>
  );
}

function IsolationFilter({ counts, words }: Pick<ListHeadProps, "counts" | "words">) {
  const isolation = useListView((view) => view.isolation);
  return (
    <Segments
      label={containersStrings.isolationFilter}
      value={isolation}
      onChange={(value) => setListView({ isolation: value })}
      options={[
        { value: "all" as const, content: `${containersStrings.all} ${counts?.all ?? ""}` },
        ...ISOLATIONS.map((one) => ({
          value: one,
          content: (
            <>
              <IsoGlyph isolation={one} /> {words.isolation[one]} {counts?.[one]}
            </>
          ),
        })),
      ]}
    />
  );
}

function ListFilter() {
  const text = useListView((view) => view.text);
  return (
    <FilterField
      label={containersStrings.filterLabel}
      placeholder={containersStrings.filterPlaceholder}
      text={text}
      onText={(next) => setListView({ text: next })}
    />
  );
}
