import { z } from "zod";
import { Container } from "../../../contract/container.ts";
import type { HostInfo } from "../../../contract/contract.ts";
import { summarise } from "../../../contract/failure.ts";
import type { HostProcess } from "../../../contract/process.ts";
import { Scope } from "../../../contract/scope.ts";
import { formatPreciseTime } from "../../../model/format.ts";
import { holesOf } from "../../../model/holes.ts";
import { scopeReport } from "../../../model/report/scope-report.ts";
import { isolationWord, nameOf } from "../container-words.ts";
import { EXIT } from "../exit-codes.ts";
import { factLines } from "../facts.ts";
import { Found, findProgram, foundLines } from "../find-program.ts";
import { hostTable, insideTable } from "../process-tables.ts";
import { REPORT_OPTIONS, readReportWish, reportFrame, writeReport } from "../report-options.ts";
import { findContainer } from "../session/containers.ts";
import { settledEngines } from "../session/engines.ts";
import { readScope } from "../session/scope.ts";
import { defineVerb, type VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

const ScopeOutput = z.object({ container: Container, scope: Scope, find: Found.nullable() });
type ScopeOutput = z.output<typeof ScopeOutput>;

export const scope = defineVerb({
  name: "scope",
  summary: "show both sides of a container's wall, and what links them",
  words: { usage: "CONTAINER", least: 1, most: 1, completes: "container" },
  options: {
    find: {
      type: "string",
      short: "f",
      value: "NAME",
      says: "look for a program of that name on both sides",
    },
    ...REPORT_OPTIONS,
  },
  details: ["With --find the exit code is 1 when there is no such process inside."],
  examples: [
    "isoscope scope web",
    "isoscope scope ping-shared --find ping --json",
    "isoscope scope web --report html -o web.html",
  ],
  output: ScopeOutput,
  run: async ({ values, words: [given = ""] }, context) => {
    const report = readReportWish(values, context.json);
    const container = await findContainer(context, given);
    const seen = await readScope(container, context);
    const find = values.find === undefined ? null : findProgram(values.find, seen, await hostRows(context));
    const output: ScopeOutput = { container, scope: seen, find };
    const info = await (await context.session()).client.call("host.info", {});
    if (report) await writeReport(await documentOf(output, info, context), report, context);
    if (context.json) context.out(JSON.stringify(output));
    else if (report?.file !== null) {
      for (const line of scopeLines(output, info, context.terminal.out.columns)) context.out(line);
    }
    return find && find.inside.length === 0 ? EXIT.failed : EXIT.done;
  },
});

async function documentOf({ container, scope: seen }: ScopeOutput, info: HostInfo, context: VerbContext) {
  const { client } = await context.session();
  const engine = (await settledEngines(context)).find(({ id }) => id === container.engine);
  const { document } = await client.call("containers.inspect", { key: container.key });
  const holes = holesOf(document, container.ports);
  return scopeReport({ ...(await reportFrame(info, context)), container, scope: seen, engine, holes });
}

const TABLE_MS = 30_000;

/** Read after the inside: rows of before could not disprove anything. */
async function hostRows({ session, clock, signal }: VerbContext): Promise<readonly HostProcess[]> {
  const { client } = await session();
  const wait = { what: "reading the host's processes", ms: TABLE_MS, clock, signal };
  return watchUntil(client, "processes.watch", {}, (rows) => (rows.length > 0 ? rows : undefined), wait);
}

function scopeLines(output: ScopeOutput, info: HostInfo, width: number | null): string[] {
  const { container, scope: seen, find } = output;
  const at = seen.insideAt === null ? "" : `, ${formatPreciseTime(seen.insideAt)}`;
  return [
    `${nameOf(container)}: ${isolationWord(container, info.words)} (${container.isolationEvidence})`,
    "",
    `INSIDE (${seen.insideSource}${at})`,
    ...(seen.insideError ? [`Not fresh: ${summarise(seen.insideError)}`] : []),
    ...insideTable(seen.inside, seen.links, width),
    "",
    `ON THE HOST (${seen.related.length} of ${seen.hostCount} processes are there because of it)`,
    ...hostTable(seen.related, ({ pid }) => (seen.worker?.pid === pid ? "its worker" : ""), width),
    "",
    ...factLines([
      ["LINKS", ...(seen.links.length === 0 ? ["none"] : seen.links.map(linkText))],
      ["KERNELS", `${seen.kernels}. ${seen.kernelEvidence}`, ...kernelTexts(seen)],
    ]),
    ...(find ? ["", ...foundLines(find, seen)] : []),
  ];
}

const linkText = ({ insidePid, hostPid, certainty, evidence }: Scope["links"][number]): string =>
  `PID ${insidePid} inside is PID ${hostPid} on the host: ${certainty}. ${evidence}`;

const kernelTexts = ({ hostKernel, containerKernel }: Scope): readonly string[] => [
  `host       ${hostKernel.release}`,
  `container  ${containerKernel?.release ?? "not told"}`,
];
