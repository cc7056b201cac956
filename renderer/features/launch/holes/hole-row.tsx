import { Button } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import { useId } from "react";
import type { Capability } from "../../../../electron/contract/engine.ts";
import type { HostInfo } from "../../../engine/host-context.tsx";
import { effectWords } from "../../../strings/boundary.ts";
import { launchHoleStrings } from "../../../strings/launch-holes.ts";
import { type HoleDraft, shownHole } from "./hole-draft.ts";
import { HoleEditor } from "./hole-editor.tsx";
import { draftWord } from "./hole-words.ts";
import type { HoleErrors } from "./read-draft.ts";
import { RiskMark } from "./risk-mark.tsx";

interface HoleRowProps {
  readonly draft: HoleDraft;
  /** As in the preview; null of one that closes a way instead of opening one. */
  readonly number: number | null;
  readonly errors: HoleErrors;
  /** Whether the engine that would launch opens it. */
  readonly capability: Capability;
  readonly platform: HostInfo["platform"];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (draft: HoleDraft) => void;
  readonly onRemove: () => void;
}

/** One hole: what it is and gives away, and its fields when unfolded. */
export function HoleRow(props: HoleRowProps) {
  const { draft, number, errors, capability, platform, open, onToggle } = props;
  const editor = useId();
  const hole = shownHole(draft);
  const word = draftWord(draft, platform);
  const wrong = errors[""] ?? (Object.keys(errors).length > 0 && !open ? launchHoleStrings.wrong : undefined);
  return (
    <li className="hole" data-hole={draft.id}>
      <div className="hole-line">
        <button
          type="button"
          className="hole-toggle"
          aria-expanded={open}
          aria-controls={editor}
          {...(wrong !== undefined && { "data-invalid": true, "aria-describedby": `${editor}-error` })}
          onClick={onToggle}
        >
          <span className={`hole-number risk-${hole.risk}`}>{number ?? ""}</span>
          <b className="ellipsis">{word}</b>
          <span className="hole-what">
            <span className="mono">{hole.what}</span> <span className="dim">{effectWords[hole.effect]}</span>
          </span>
          <RiskMark risk={hole.risk} />
        </button>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={launchHoleStrings.remove(`${word} ${hole.what}`)}
          title={launchHoleStrings.remove(word)}
          onClick={props.onRemove}
        />
      </div>
      {wrong !== undefined && (
        <p id={`${editor}-error`} className="hole-error">
          {wrong}
        </p>
      )}
      {!capability.can && (
        <p className="hole-cannot">
          <Warning16Regular />
          {launchHoleStrings.cannot(capability.reason)}
        </p>
      )}
      {capability.can && capability.note !== undefined && <p className="hole-note">{capability.note}</p>}
      <div id={editor} className="hole-editor" hidden={!open}>
        {open && <HoleEditor draft={draft} errors={errors} platform={platform} onChange={props.onChange} />}
      </div>
    </li>
  );
}
