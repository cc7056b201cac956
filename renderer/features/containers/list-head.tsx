import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { ColumnTripleEditRegular } from "@fluentui/react-icons/svg/column-triple-edit";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import type { Isolation } from "../../../electron/contract/engine.ts";
import type { Words } from "../../app/words.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { Segments } from "../../ui/segments.tsx";
import { setListView, useListView } from "../../ui-state/list-view.ts";
import { type ColumnId, setPreferences, toggleColumn, usePreferences } from "../../ui-state/preferences.ts";
import { COLUMNS } from "./columns.tsx";
import type { Counts } from "./list-model.ts";
import { activeOf, containersStrings } from "./strings.ts";

interface ListHeadProps {
  /** Null while nobody knows yet: unknown is not 0. */
  readonly counts: Counts | null;
  readonly active: number;
  readonly words: Words;
}

const ISOLATIONS: readonly Isolation[] = ["process", "hyperv"];

export function ListHead({ counts, active, words }: ListHeadProps) {
  const { isolation, text } = useListView();
  const folded = usePreferences((preferences) => preferences.mapFolded);
  const fold = folded ? containersStrings.unfoldMap : containersStrings.foldMap;
  return (
    <div className="page-head">
      <h1>{containersStrings.title}</h1>
      <span className="dim">{counts && activeOf(active, counts.all)}</span>
      <span className="grow" />
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
      <label className="filter-field">
        <FilterRegular />
        <input
          type="search"
          data-find=""
          aria-label={containersStrings.filterLabel}
          placeholder={containersStrings.filterPlaceholder}
          value={text}
          maxLength={400}
          onChange={(event) => setListView({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape" && text !== "") setListView({ text: "" });
          }}
        />
      </label>
      <ColumnsMenu />
      <Button
        appearance="subtle"
        icon={folded ? <ChevronDownRegular /> : <ChevronUpRegular />}
        aria-label={fold}
        aria-expanded={!folded}
        title={`${fold} (M)`}
        onClick={() => setPreferences({ mapFolded: !folded })}
      />
    </div>
  );
}

function ColumnsMenu() {
  const hidden = usePreferences((preferences) => preferences.hiddenColumns);
  const optional = COLUMNS.flatMap((column) => {
    const { id, title } = column;
    return id === "status" || id === "name" ? [] : [{ id, title }];
  });
  const shown = optional.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id);
  return (
    <Menu
      checkedValues={{ columns: shown }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const changed = optional.find(({ id }) => checkedItems.includes(id) === hidden.includes(id));
        if (changed) toggleColumn(changed.id satisfies ColumnId);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<ColumnTripleEditRegular />}
          aria-label={containersStrings.columns}
          title={containersStrings.columns}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {optional.map(({ id, title }) => (
            <MenuItemCheckbox key={id} name="columns" value={id}>
              {title}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
