import type { EngineStatus } from "../../../electron/contract/engine.ts";
import { engineLine, engineTone } from "../../app/engine-state.ts";
import { toneIcon } from "../../app/tone-icon.tsx";
import { useReplaying } from "../../engine/use-session.ts";
import { hostStrings } from "../../strings/host.ts";

/** Each engine of this host with how it is, one line each. */
export function EngineCards({ engines }: { readonly engines: readonly EngineStatus[] }) {
  const recorded = useReplaying();
  return (
    <ul className="engine-cards" aria-label={hostStrings.engines}>
      {engines.map((engine) => (
        <li
          key={engine.id}
          className="engine-card"
          title={`${engine.endpoint}\n${engineLine(engine, recorded)}`}
        >
          {toneIcon[engineTone[engine.state]]}
          <b>{engine.title}</b>
          {engine.version !== null && <span className="mono">{engine.version}</span>}
          <span className="dim ellipsis">{engineLine(engine, recorded)}</span>
        </li>
      ))}
    </ul>
  );
}
