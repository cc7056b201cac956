import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { Question16Regular } from "@fluentui/react-icons/svg/question";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Isolation } from "../../electron/contract/engine.ts";
import type { Verdict } from "../../electron/model/advisor/advice.ts";
import { IsoGlyph } from "./iso-glyph.tsx";
import "./verdict-mark.css";

const ICONS: Readonly<Record<Verdict, ReactElement>> = {
  runs: <Checkmark16Regular />,
  "unsupported-for-production": <Warning16Regular />,
  fails: <Dismiss16Regular />,
  unknown: <Question16Regular />,
};

interface VerdictMarkProps {
  readonly isolation: Isolation;
  readonly verdict: Verdict;
  /** The same in words, for those who do not see the mark. */
  readonly label: string;
}

/** A mode's glyph with what is to be expected of it. */
export function VerdictMark({ isolation, verdict, label }: VerdictMarkProps) {
  return (
    <span className={`verdict-mark verdict-${verdict}`} title={label}>
      <IsoGlyph isolation={isolation} />
      {ICONS[verdict]}
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
