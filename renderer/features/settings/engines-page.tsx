import { wordsOf } from "../../app/words.ts";
import { useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource } from "../../engine/resources.ts";
import { enginesStrings } from "../../strings/settings.ts";
import { DaemonDefault } from "./daemon-default.tsx";
import { inForceText } from "./default-isolation.ts";
import { EngineCard } from "./engine-card.tsx";
import { SettingGroup } from "./setting.tsx";

/** Every engine of this host: how it is, what it can do, and what it does unless told otherwise. */
export function EnginesPage() {
  const { rows, loaded } = useLive(enginesResource);
  const words = wordsOf(useHostInfo());
  if (!loaded) return null;
  const engines = [...rows.values()];
  if (engines.length === 0) return <p>{enginesStrings.noEngines}</p>;
  return (
    <>
      <SettingGroup title={enginesStrings.inForce}>
        <p>{inForceText(engines, words)}</p>
        <DaemonDefault words={words} />
      </SettingGroup>
      {engines.map((engine) => (
        <EngineCard key={engine.id} engine={engine} words={words} />
      ))}
    </>
  );
}
