import type { EngineStatus } from "../../../electron/contract/engine.ts";
import { formatDateTime } from "../../../electron/model/format.ts";
import { engineTone } from "../../app/engine-state.ts";
import { toneIcon } from "../../app/tone-icon.tsx";
import type { Words } from "../../app/words.ts";
import { enginesStrings } from "../../strings/settings.ts";
import { EngineBar } from "../containers/engine-trouble.tsx";
import { EngineFacts } from "./engine-facts.tsx";

interface EngineCardProps {
  readonly engine: EngineStatus;
  readonly words: Words;
}

/** One engine with all that it says of itself; one in trouble with its cause, the fix, and a way to try again. */
export function EngineCard({ engine, words }: EngineCardProps) {
  const { title, state, since, error } = engine;
  return (
    <section className="engine-card" aria-label={title}>
      <div className="engine-head">
        <h2>{title}</h2>
        {toneIcon[engineTone[state]]}
        <span>{enginesStrings.states[state]}</span>
        <span className="dim">{enginesStrings.since(formatDateTime(since))}</span>
      </div>
      {error && <EngineBar engine={engine} stays />}
      <EngineFacts engine={engine} words={words} />
    </section>
  );
}
