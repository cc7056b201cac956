import type { Advice } from "../../../../electron/model/advisor/advice.ts";
import type { Words } from "../../../app/words.ts";
import { markLabel } from "../../../strings/launch-preflight.ts";
import { VerdictMark } from "../../../ui/verdict-mark.tsx";

const MODES = ["process", "hyperv"] as const;

/** Both modes of one image on this host. */
export function ImageMarks({ advice, words }: { readonly advice: Advice; readonly words: Words }) {
  return MODES.map((isolation) => {
    const { verdict } = advice[isolation];
    return (
      <VerdictMark
        key={isolation}
        isolation={isolation}
        verdict={verdict}
        label={markLabel(isolation, verdict, words)}
      />
    );
  });
}
