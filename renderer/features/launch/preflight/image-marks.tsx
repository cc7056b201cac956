import type { Advice } from "../../../../electron/model/advisor/advice.ts";
import type { Words } from "../../../app/words.ts";
import { markLabel } from "../../../strings/launch-preflight.ts";
import { IsoGlyph } from "../../../ui/iso-glyph.tsx";
import { verdictIcon } from "../../../ui/verdict-icon.tsx";

const MODES = ["process", "hyperv"] as const;

/** Both modes' glyphs with what is to be expected of them on this host, and the same in words. */
export function ImageMarks({ advice, words }: { readonly advice: Advice; readonly words: Words }) {
  return MODES.map((isolation) => {
    const label = markLabel(isolation, advice[isolation].verdict, words);
    return (
      <span key={isolation} className="image-mark" title={label}>
        <IsoGlyph isolation={isolation} />
        {verdictIcon[advice[isolation].verdict]}
        <span className="visually-hidden">{label}</span>
      </span>
    );
  });
}
