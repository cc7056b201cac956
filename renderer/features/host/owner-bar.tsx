import { Button } from "@fluentui/react-components";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { memo } from "react";
import type { Words } from "../../app/words.ts";
import { belongsToNone, hostStrings, roleSentence, workerUnknown } from "../../strings/host.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { type HostEntry, hueOf } from "./host-entry.ts";
import { openOwner } from "./open-owner.ts";
import { isWorkerName } from "./owner-answer.ts";

interface OwnerBarProps {
  readonly entry: HostEntry | null;
  readonly words: Words;
  /** Why workers are not known, where some are not; "" else. */
  readonly unknown: string;
}

/** Whose the current process is and how that is known. It never changes its height. */
export const OwnerBar = memo(function OwnerBar({ entry, words, unknown }: OwnerBarProps) {
  const owner = entry?.owner ?? null;
  const tint = owner && hueOf(owner);
  return (
    <div className={`owner-bar${tint ? ` tint-${tint}` : ""}`}>
      <div role="status" className="owner-text" data-role={owner?.role}>
        {tint && <IsoGlyph isolation={tint} />}
        {entry ? <Sentence entry={entry} words={words} /> : <span className="dim">{hostStrings.idle}</span>}
        <span className="dim ellipsis" title={evidenceOf(entry, unknown)}>
          {evidenceOf(entry, unknown)}
        </span>
      </div>
      {entry && owner && (
        <Button
          size="small"
          appearance="subtle"
          icon={<EyeRegular />}
          onClick={() => openOwner(owner, entry.row)}
        >
          {hostStrings.openScope}
        </Button>
      )}
    </div>
  );
});

function evidenceOf(entry: HostEntry | null, unknown: string): string {
  if (entry?.owner) return `${entry.owner.evidence}.`;
  return entry && isWorkerName(entry) ? unknown : "";
}

function Sentence({ entry, words }: { readonly entry: HostEntry; readonly words: Words }) {
  const { row, owner } = entry;
  const process = (
    <>
      <b className="mono">{row.name}</b>, {words.pid} <b className="mono">{row.pid}</b>,{" "}
    </>
  );
  if (!owner) {
    return (
      <span className="owner-sentence">
        {process}
        {isWorkerName(entry) ? workerUnknown : belongsToNone}
      </span>
    );
  }
  const [before, after] = roleSentence(owner.role, words.vm);
  return (
    <span className="owner-sentence">
      {process}
      {before} <b>{owner.name}</b>
      {after}.
    </span>
  );
}
