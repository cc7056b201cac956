import type { ReactNode } from "react";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import { UNKNOWN } from "../../../electron/model/format.ts";
import type { Words } from "../../app/words.ts";
import { useShownNow } from "../../engine/use-session.ts";
import { enginesStrings } from "../../strings/settings.ts";
import { capabilityList } from "./capability-list.ts";
import { defaultIsolationText } from "./default-isolation.ts";

interface EngineFactsProps {
  readonly engine: EngineStatus;
  readonly words: Words;
}

export function EngineFacts({ engine, words }: EngineFactsProps) {
  const { version, endpoint, managed, lastSeen, notes } = engine;
  const now = useShownNow();
  const { facts } = enginesStrings;
  const { can, cannot } = abilities(engine, words);
  return (
    <dl className="engine-facts">
      <Fact name={facts.version}>{version ?? UNKNOWN}</Fact>
      <Fact name={facts.endpoint}>
        <span className="mono">{endpoint || UNKNOWN}</span>
      </Fact>
      <Fact name={facts.managed}>{managed ? enginesStrings.byIsoscope : enginesStrings.byOthers}</Fact>
      <Fact name={facts.lastSeen}>
        {lastSeen === null ? enginesStrings.never : enginesStrings.ago(now - lastSeen)}
      </Fact>
      <Fact name={facts.isolation}>{defaultIsolationText(engine, words)}</Fact>
      <Lines name={facts.notes} lines={notes} />
      <Lines name={facts.can} lines={can.length === 0 ? [] : [can.join(", ")]} />
      <Lines name={facts.cannot} lines={cannot} />
    </dl>
  );
}

/** What an engine can do, by name, and each thing that it cannot, with the reason. */
function abilities(engine: EngineStatus, words: Words) {
  const all = capabilityList(engine, words);
  return {
    can: all.filter(({ capability }) => capability.can).map(({ name }) => name),
    cannot: all.flatMap(({ name, capability }) => (capability.can ? [] : [`${name}: ${capability.reason}`])),
  };
}

/** A fact of several lines; nothing where there is none. */
function Lines({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Fact name={name}>
      {lines.map((line) => (
        <span key={line} className="engine-note">
          {line}
        </span>
      ))}
    </Fact>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
