import type { Isolation } from "../../electron/contract/engine.ts";
import { IsoGlyph } from "./iso-glyph.tsx";

interface IsoBadgeProps {
  readonly isolation: Isolation;
  /** The platform's word, e.g. "Shared kernel". */
  readonly word: string;
  /** Boxed in headers, bare in rows. */
  readonly boxed?: boolean;
}

export function IsoBadge({ isolation, word, boxed = false }: IsoBadgeProps) {
  return (
    <span className={`iso-badge iso-${isolation}${boxed ? " boxed" : ""}`}>
      <IsoGlyph isolation={isolation} />
      {word}
    </span>
  );
}
