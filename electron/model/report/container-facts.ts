import type { Container } from "../../contract/container.ts";
import type { EngineStatus } from "../../contract/engine.ts";
import type { ReportSection } from "../../contract/report.ts";
import type { Scope } from "../../contract/scope.ts";
import { engineName } from "../engine-name.ts";
import { publishedEvidence } from "../evidence/published-evidence.ts";
import { formatDateTime } from "../format.ts";
import type { Words } from "../words.ts";
import { reportWords } from "./report-words.ts";

/** What the container is, and how its isolation and its worker process are known. */
export function containerFacts(
  container: Container,
  scope: Scope,
  engine: EngineStatus | undefined,
  words: Words,
  published: boolean,
): ReportSection {
  const { name, image, command, isolation, isolationEvidence, state, startedAt, id } = container;
  const { worker } = scope;
  const fact = (title: string, value: string, note = "") => ({ name: title, value, note });
  return {
    kind: "facts",
    title: reportWords.container,
    facts: [
      fact(reportWords.name, name),
      fact(reportWords.image, image.ref, image.osVersion ?? ""),
      fact(reportWords.command, command),
      fact(reportWords.engine, engine ? engineName(engine).full : container.engine),
      fact(
        reportWords.isolation,
        isolation ? words.isolation[isolation] : reportWords.isolationUnknown,
        isolationEvidence,
      ),
      fact(reportWords.state, state),
      fact(reportWords.started, startedAt === null ? reportWords.notTold : formatDateTime(startedAt)),
      ...(worker
        ? [
            fact(
              reportWords.worker,
              `${worker.name}, ${words.pid} ${worker.pid}`,
              published ? publishedEvidence.worker : (worker.evidence ?? ""),
            ),
          ]
        : []),
      fact(reportWords.id, id),
    ],
  };
}
