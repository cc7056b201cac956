import type { EngineStatus, Isolation } from "../../../electron/contract/engine.ts";
import type { Words } from "../../app/words.ts";
import { launchStrings } from "../../strings/launch.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { launchChoice } from "./launch-choice.ts";

interface IsolationCardsProps {
  readonly value: Isolation | "default";
  readonly onChange: (value: Isolation | "default") => void;
  readonly engines: readonly EngineStatus[];
  readonly words: Words;
}

const CHOICES = ["default", "process", "hyperv"] as const;

/** No card is ever disabled: one that would fail says so. */
export function IsolationCards({ value, onChange, engines, words }: IsolationCardsProps) {
  return (
    <fieldset className="cards">
      <legend>{launchStrings.isolation}</legend>
      {CHOICES.map((choice) => {
        const { engine, reason, isolation } = launchChoice(choice, engines);
        const word = words.isolation[isolation];
        const small = choice === "default" ? launchStrings.defaultIs(word) : (engine?.title ?? "");
        return (
          <label key={choice} className="card" title={reason ?? undefined}>
            <input
              type="radio"
              name="isolation"
              value={choice}
              checked={value === choice}
              onChange={() => onChange(choice)}
            />
            <span className="card-text">
              <span className="card-name">
                {choice !== "default" && <IsoGlyph isolation={choice} />}{" "}
                {choice === "default" ? launchStrings.default : word}
              </span>
              <small className={reason ? "card-trouble" : ""}>{reason ?? small}</small>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
