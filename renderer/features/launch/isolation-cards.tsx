import type { EngineStatus, Isolation } from "../../../electron/contract/engine.ts";
import type { Advice } from "../../../electron/model/advisor/advice.ts";
import type { Words } from "../../app/words.ts";
import { launchStrings } from "../../strings/launch.ts";
import { preflightStrings } from "../../strings/launch-preflight.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { ChoiceCard } from "./choice-card.tsx";
import { launchChoice } from "./launch-choice.ts";

interface IsolationCardsProps {
  readonly value: Isolation | "default";
  readonly onChange: (value: Isolation | "default") => void;
  readonly engines: readonly EngineStatus[];
  readonly advice: Advice;
  readonly recommended: Isolation | null;
  readonly words: Words;
}

const CHOICES = ["default", "process", "hyperv"] as const;

/** What each mode is called here, and what is to be expected of it. */
export function IsolationCards(props: IsolationCardsProps) {
  const { value, onChange, words } = props;
  return (
    <fieldset className="cards">
      <legend>{launchStrings.isolation}</legend>
      {CHOICES.map((choice) => (
        <ChoiceCard
          key={choice}
          group="isolation"
          value={choice}
          checked={value === choice}
          onChoose={() => onChange(choice)}
          title={
            choice === "default" ? (
              launchStrings.default
            ) : (
              <>
                <IsoGlyph isolation={choice} /> {words.isolation[choice]}
              </>
            )
          }
          {...noteOf(choice, props)}
        />
      ))}
    </fieldset>
  );
}

function noteOf(
  choice: Isolation | "default",
  { engines, advice, recommended, words }: IsolationCardsProps,
): { readonly note: string; readonly trouble: boolean } {
  const { engine, reason, isolation } = launchChoice(choice, engines);
  const word = words.isolation[isolation];
  const { verdict } = advice[isolation];
  if (reason !== null) return { note: reason, trouble: true };
  if (choice === "default") {
    return verdict === "fails"
      ? { note: preflightStrings.defaultWouldFail(word), trouble: true }
      : { note: launchStrings.defaultIs(word), trouble: false };
  }
  if (verdict === "fails") return { note: preflightStrings.wouldFail, trouble: true };
  if (recommended === choice) return { note: preflightStrings.recommended, trouble: false };
  const developing = verdict === "unsupported-for-production";
  return { note: developing ? preflightStrings.developmentOnly : (engine?.title ?? ""), trouble: false };
}
