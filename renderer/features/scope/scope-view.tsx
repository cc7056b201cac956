import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import { processColumns } from "../../../electron/model/process-columns.ts";
import { engineCli } from "../../../electron/model/terminal-commands.ts";
import { useKeys } from "../../app/keys.ts";
import { replaceRoute } from "../../app/router.ts";
import type { Words } from "../../app/words.ts";
import { useHostInfo, useLive } from "../../engine/host-context.tsx";
import { processesResource } from "../../engine/resources.ts";
import { browserTimer } from "../../engine/timer.ts";
import { useBuiltIn } from "../../engine/use-session.ts";
import { replayStrings } from "../../strings/replay.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { usePreferences } from "../../ui-state/preferences.ts";
import { evidenceText } from "./evidence.ts";
import { findProcess } from "./find.ts";
import { FindBar } from "./find-bar.tsx";
import { findText } from "./find-text.ts";
import { hostCounts, hostItems, insideItems } from "./pane-items.ts";
import { placeItems } from "./placed-items.ts";
import { publishedEvidence } from "./published-evidence.ts";
import { ScopeHead } from "./scope-head.tsx";
import { ScopePanes } from "./scope-panes.tsx";
import { useExited } from "./use-exited.ts";

interface ScopeViewProps {
  readonly container: Container;
  readonly scope: Scope;
  readonly words: Words;
  readonly vmCount: string;
  readonly engine: EngineStatus | undefined;
  readonly initialFind: string;
  readonly onPresent: (() => void) | null;
  readonly onLeave: () => void;
  readonly bars: ReactNode;
}

/** The two panes, what lies between them and what they stand on. */
export function ScopeView(props: ScopeViewProps) {
  const { container, scope, words, engine, initialFind } = props;
  const hostInfo = useHostInfo();
  const platform = hostInfo?.platform ?? "linux";
  const { rows: processes } = useLive(processesResource);
  const order = usePreferences((preferences) => preferences.hostRowOrder);
  const [query, setQuery] = useState(initialFind);
  // A link opened while the screen is up, or Back, brings another word to look for.
  useEffect(() => setQuery(initialFind), [initialFind]);
  const panes = useRef<HTMLDivElement>(null);
  const exited = useExited(scope, panes, browserTimer);
  const inside = useMemo(() => placeItems(insideItems(scope, exited)), [scope, exited]);
  const host = useMemo(
    () => placeItems(hostItems(scope, processes, order, words.pid, exited)),
    [scope, processes, order, words.pid, exited],
  );
  const found = useMemo(() => findProcess(query, scope, processes.values()), [query, scope, processes]);
  const { linked, workers, other } = hostCounts(scope);
  const built = useBuiltIn();
  const text = findText(found.result, words.pid);

  const onQuery = (next: string) => {
    setQuery(next);
    replaceRoute({ screen: "scope", key: container.key, find: next });
  };
  useKeys({ escape: () => (query === "" ? props.onLeave() : onQuery("")) });
  const evidence = () =>
    evidenceText({
      ...{ container, scope, found, words, preface: built ? replayStrings.publishedNote : "" },
      commands: { platform, cli: engineCli(engine), name: container.name },
    });
  return (
    <>
      <ScopeHead
        container={container}
        words={words}
        hostCount={scope.hostCount}
        evidence={evidence}
        report={{ kind: "scope", container, scope, engine }}
        onPresent={props.onPresent}
      />
      {props.bars}
      <FindBar
        query={query}
        onQuery={onQuery}
        result={found.result}
        text={built ? { ...text, evidence: publishedEvidence(found.result) ?? text.evidence } : text}
        onLeave={props.onLeave}
      />
      <ScopePanes
        panesRef={panes}
        size=""
        container={container}
        scope={scope}
        words={words}
        engine={engine}
        hostInfo={hostInfo}
        processes={processes}
        vmCount={props.vmCount}
        exited={exited}
        inside={{
          title: scopeStrings.inside,
          icon: <IsoGlyph isolation={scope.isolation ?? "process"} />,
          source: scope.insideSource,
          summary: String(scope.inside.length),
          columns: processColumns(platform, "inside"),
          placed: inside,
        }}
        host={{
          title: scopeStrings.host,
          source: scopeStrings.hostSource(platform),
          summary: scopeStrings.hostSummary(linked, workers, other),
          columns: processColumns(platform, "host"),
          placed: host,
        }}
        highlight={{ ...found, link: true }}
      />
    </>
  );
}
