import { Button } from "@fluentui/react-components";
import { BranchRegular } from "@fluentui/react-icons/svg/branch";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { lazy, memo } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import { containersStrings } from "../../strings/containers.ts";
import { hostStrings } from "../../strings/host.ts";
import { shownName } from "../../ui/format.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { PopupButton } from "../../ui/popup-button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";

const ContainerMenu = lazy(() =>
  import("./container-menu.tsx").then(({ ContainerMenu }) => ({ default: ContainerMenu })),
);

interface HostHeadProps {
  readonly summary: string;
  /** The container whose rows alone are shown; null for all. */
  readonly container: string | null;
  readonly record: Container | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onContainer: (key: string | null) => void;
}

/** Rendered again only when what it shows changes, not with each reading. */
export const HostHead = memo(function HostHead(props: HostHeadProps) {
  const { summary, container, record, text, onText, onContainer } = props;
  const layout = usePreferences((preferences) => preferences.hostLayout);
  return (
    <div className="page-head">
      <h1>{hostStrings.title}</h1>
      <span className="dim ellipsis">{summary}</span>
      <span className="grow" />
      <Segments
        label={hostStrings.layout}
        value={layout}
        onChange={(hostLayout) => setPreferences({ hostLayout })}
        options={[
          { value: "table", content: <Choice icon={<TableRegular />} word={hostStrings.table} /> },
          { value: "tree", content: <Choice icon={<BranchRegular />} word={hostStrings.tree} /> },
        ]}
      />
      <ContainerFilter container={container} record={record} onClear={() => onContainer(null)} />
      <label className="filter-field">
        <FilterRegular />
        <input
          type="search"
          data-find=""
          aria-label={hostStrings.filterLabel}
          placeholder={hostStrings.filterPlaceholder}
          value={text}
          maxLength={400}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || text === "") return;
            event.preventDefault();
            onText("");
          }}
        />
      </label>
      <FoldButton />
    </div>
  );
});

const Choice = ({ icon, word }: { readonly icon: React.ReactNode; readonly word: string }) => (
  <>
    {icon} {word}
  </>
);

interface ContainerFilterProps extends Pick<HostHeadProps, "container" | "record"> {
  readonly onClear: () => void;
}

function ContainerFilter({ container, record, onClear }: ContainerFilterProps) {
  const name = container === null ? hostStrings.allProcesses : shownName(record?.name ?? container);
  return (
    <span className="container-filter">
      <PopupButton
        popup={ContainerMenu}
        size="small"
        aria-label={`${hostStrings.containerFilter}: ${name}`}
        title={name}
      >
        {record?.isolation && <IsoGlyph isolation={record.isolation} />}
        <span className="ellipsis">{name}</span>
        <ChevronDownRegular />
      </PopupButton>
      {container !== null && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={hostStrings.allContainers}
          title={hostStrings.allContainers}
          onClick={onClear}
        />
      )}
    </span>
  );
}

function FoldButton() {
  const folded = usePreferences((preferences) => preferences.mapFolded);
  const fold = folded ? containersStrings.unfoldMap : containersStrings.foldMap;
  return (
    <Button
      appearance="subtle"
      icon={folded ? <ChevronDownRegular /> : <ChevronUpRegular />}
      aria-label={fold}
      aria-expanded={!folded}
      title={`${fold} (M)`}
      onClick={() => setPreferences({ mapFolded: !folded })}
    />
  );
}
