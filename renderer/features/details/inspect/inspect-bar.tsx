import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { EyeOffRegular } from "@fluentui/react-icons/svg/eye-off";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { TextCollapseRegular } from "@fluentui/react-icons/svg/text-collapse";
import { TextExpandRegular } from "@fluentui/react-icons/svg/text-expand";
import { useState } from "react";
import { inspectStrings } from "../../../strings/inspect.ts";
import { copyText } from "../../../ui/copy-text.ts";

interface InspectBarProps {
  readonly word: string;
  /** How many lines have the word; null while none is looked for. */
  readonly hits: number | null;
  readonly reveal: boolean;
  readonly anyOpen: boolean;
  /** The document as it is shown, for copying; null while there is none. */
  readonly document: string | null;
  readonly onFind: (word: string) => void;
  readonly onReveal: (reveal: boolean) => void;
  readonly onReadAgain: () => void;
  readonly onOpenAll: (all: boolean) => void;
}

export function InspectBar(props: InspectBarProps) {
  const { word, hits, reveal, anyOpen } = props;
  const openAll = anyOpen ? inspectStrings.closeAll : inspectStrings.openAll;
  return (
    <div className="inspect-bar">
      <label className="filter-field">
        <SearchRegular />
        <input
          type="search"
          aria-label={inspectStrings.find}
          placeholder={inspectStrings.findPlaceholder}
          value={word}
          maxLength={200}
          onChange={(event) => props.onFind(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || word === "") return;
            event.preventDefault();
            props.onFind("");
          }}
        />
      </label>
      <span className="small dim" role="status">
        {hits !== null && inspectStrings.found(hits)}
      </span>
      <span className="grow" />
      <Button
        size="small"
        icon={reveal ? <EyeOffRegular /> : <EyeRegular />}
        title={reveal ? inspectStrings.revealed : inspectStrings.masked}
        onClick={() => props.onReveal(!reveal)}
      >
        {reveal ? inspectStrings.hide : inspectStrings.reveal}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={anyOpen ? <TextCollapseRegular /> : <TextExpandRegular />}
        aria-label={openAll}
        title={openAll}
        onClick={() => props.onOpenAll(!anyOpen)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        aria-label={inspectStrings.readAgain}
        title={inspectStrings.readAgain}
        onClick={props.onReadAgain}
      />
      <CopyAll document={props.document} />
    </div>
  );
}

function CopyAll({ document }: Pick<InspectBarProps, "document">) {
  const [done, setDone] = useState<string | null>(null);
  return (
    <Button
      size="small"
      icon={<CopyRegular />}
      disabled={document === null}
      onBlur={() => setDone(null)}
      onClick={async () => {
        if (document === null) return;
        setDone((await copyText(document)) ? inspectStrings.copied : inspectStrings.copyFailed);
      }}
    >
      <span aria-live="polite">{done ?? inspectStrings.copyAll}</span>
    </Button>
  );
}
