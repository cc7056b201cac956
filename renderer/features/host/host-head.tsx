import { Button } from "@fluentui/react-components";
import { BranchRegular } from "@fluentui/react-icons/svg/branch";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { lazy, memo } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import { shownName } from "../../../electron/model/format.ts";
import { hostStrings } from "../../strings/host.ts";
import { FilterField } from "../../ui/filter-field.tsx";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { PopupButton } from "../../ui/popup-button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import { FoldButton } from "../containers/fold-button.tsx";

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
      <FilterField
        label={hostStrings.filterLabel}
        placeholder={hostStrings.filterPlaceholder}
        text={text}
        onText={onText}
      />
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
