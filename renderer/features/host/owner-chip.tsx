import { hostStrings, roleWords } from "../../strings/host.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { type Attribution, hueOf } from "./host-entry.ts";

interface OwnerChipProps {
  readonly owner: Attribution;
  readonly onOpen: () => void;
}

/** Whose a process is. A click opens it in Scope. */
export function OwnerChip({ owner, onOpen }: OwnerChipProps) {
  const { role, name, evidence } = owner;
  const isolation = hueOf(owner);
  return (
    <span className={`owner-chip ${isolation ? `iso-${isolation}` : "iso-none"}`}>
      <button
        type="button"
        tabIndex={-1}
        data-row-control=""
        title={`${roleWords[role]} ${name}. ${evidence}. ${hostStrings.openScope}`}
        onClick={(event) => {
          event.stopPropagation();
          onOpen();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === " ") event.stopPropagation();
        }}
      >
        {isolation && <IsoGlyph isolation={isolation} />}
        <span className="ellipsis">
          {roleWords[role]} <b>{name}</b>
        </span>
      </button>
    </span>
  );
}
