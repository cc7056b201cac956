import type { Client } from "../../../electron/contract/client.ts";
import type { Container } from "../../../electron/contract/container.ts";
import type { IsoscopeContract } from "../../../electron/contract/contract.ts";
import type { ReportDocument } from "../../../electron/contract/report.ts";
import { type Holes, holesOf } from "../../../electron/model/holes.ts";
import { compareReport } from "../../../electron/model/report/compare-report.ts";
import type { ReportFrame } from "../../../electron/model/report/report-made.ts";
import { scopeReport } from "../../../electron/model/report/scope-report.ts";
import type { ReportSubject } from "./report-subject.ts";

/** The report of what the screen has. What leads through a boundary is asked of the engine; unread it stays unknown. */
export async function makeReport(
  client: Client<IsoscopeContract>,
  subject: ReportSubject,
  frame: ReportFrame,
): Promise<ReportDocument> {
  if (subject.kind === "compare") return compareReport({ ...frame, ...subject });
  const { container, scope, engine } = subject;
  return scopeReport({ ...frame, container, scope, engine, holes: await readHoles(client, container) });
}

const readHoles = (client: Client<IsoscopeContract>, { key, ports }: Container): Promise<Holes> =>
  client.call("containers.inspect", { key }).then(
    ({ document }) => holesOf(document, ports),
    () => null,
  );
