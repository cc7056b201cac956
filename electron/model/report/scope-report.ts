import type { Container } from "../../contract/container.ts";
import type { EngineStatus } from "../../contract/engine.ts";
import type { ReportDocument, ReportSection } from "../../contract/report.ts";
import type { Scope } from "../../contract/scope.ts";
import { checkCommands, NOTHING_LOOKED_FOR } from "../evidence/check-commands.ts";
import type { Holes } from "../holes.ts";
import { engineCli } from "../terminal-commands.ts";
import { wordsOf } from "../words.ts";
import { containerFacts } from "./container-facts.ts";
import { holeSection } from "./hole-section.ts";
import { kernelFacts } from "./kernel-facts.ts";
import { linkTable } from "./link-table.ts";
import { hostTable, insideTable } from "./process-tables.ts";
import { type ReportFrame, reportMade } from "./report-made.ts";
import { reportWords } from "./report-words.ts";
import { scopePicture } from "./scope-picture.ts";
import { scopeSummary } from "./scope-summary.ts";

export interface ScopeReportInput extends ReportFrame {
  readonly container: Container;
  readonly scope: Scope;
  /** The container's engine; undefined where it is not known any more. */
  readonly engine: EngineStatus | undefined;
  /** What leads through its boundary; null is not known. */
  readonly holes: Holes;
}

/** Everything a report of one container holds, before it has a format. */
export function scopeReport(input: ScopeReportInput): ReportDocument {
  const { container, scope, engine, host, holes } = input;
  const words = wordsOf(host);
  const published = input.session.kind === "replay" && input.session.origin === "built-in";
  const links = linkTable(scope, words, published);
  const context = { platform: host.platform, cli: engineCli(engine), name: container.name };
  const commands: ReportSection = {
    kind: "commands",
    title: reportWords.check,
    commands: [...checkCommands(scope, NOTHING_LOOKED_FOR, context)],
  };
  return {
    ...{ format: "isoscope-report", version: 1 },
    title: reportWords.scopeTitle(container.name),
    summary: scopeSummary(scope, words),
    made: reportMade(input),
    picture: scopePicture(scope, words, { engine, platform: host.platform }),
    sections: [
      containerFacts(container, scope, engine, words, published),
      insideTable(scope, host.platform),
      hostTable(scope, host.platform),
      ...(links === null ? [] : [links]),
      kernelFacts(scope, published),
      holeSection(holes),
      commands,
    ],
    data: { kind: "scope", container, scope },
  };
}
