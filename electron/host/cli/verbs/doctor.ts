import { z } from "zod";
import { Finding, type Fix } from "../../../contract/doctor.ts";
import { applyFix } from "../apply-fix.ts";
import { EXIT } from "../exit-codes.ts";
import { type Fact, factLines } from "../facts.ts";
import { notUnderstood } from "../options.ts";
import { ProgressLine } from "../progress-line.ts";
import { settledEngines } from "../session/engines.ts";
import { defineVerb, type VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

const DoctorOutput = z.object({ findings: z.array(Finding) });

export const doctor = defineVerb({
  name: "doctor",
  summary: "check what the engines need, and fix what is missing",
  options: {
    all: { type: "boolean", short: "a", says: "also what is in order or does not apply" },
    fix: { type: "string", value: "ID", says: "run this fix of a finding, after it was shown" },
    yes: { type: "boolean", short: "y", says: "agree to the fix beforehand" },
  },
  details: [
    "Exit code 1 when a problem was found; a warning is none. A fix shows its command first, and is run only when it is",
    "agreed to: on a terminal by typing yes, else with --yes.",
  ],
  examples: ["isoscope doctor", "isoscope doctor --json", "isoscope doctor --fix docker.start"],
  output: DoctorOutput,
  run: async ({ values }, context) => {
    if (values.yes && values.fix === undefined) throw notUnderstood("goes with --fix ID.", "--yes");
    const findings = await examine(context);
    if (values.fix !== undefined) return applyFix(findings, values.fix, values.yes === true, context);
    if (context.json) context.out(JSON.stringify({ findings: [...findings] }));
    else
      for (const line of findings.flatMap((one) => findingLines(one, values.all === true))) context.out(line);
    const problems = findings.filter(({ state }) => state === "problem").length;
    if (problems === 0 && !context.json) context.out("No problem was found.");
    return problems === 0 ? EXIT.done : EXIT.failed;
  },
});

const CHECK_MS = 120_000;

/** Every finding, once each check has told. */
async function examine(context: VerbContext): Promise<readonly Finding[]> {
  const { session, clock, signal, terminal } = context;
  await settledEngines(context);
  const { client } = await session();
  const progress = new ProgressLine(terminal.err);
  progress.show("Looking at this host");
  const told = (all: readonly Finding[]) =>
    all.length > 0 && all.every(({ checkedAt, checking }) => checkedAt !== null && !checking)
      ? all
      : undefined;
  try {
    await client.call("doctor.check", {}, { signal });
    return await watchUntil(client, "doctor.watch", {}, told, {
      what: "the checks",
      ms: CHECK_MS,
      clock,
      signal,
    });
  } finally {
    progress.clear();
  }
}

const STATES: Readonly<Record<Finding["state"], string>> = {
  ok: "ok",
  warning: "WARNING",
  problem: "PROBLEM",
  unknown: "not known",
  "not-applicable": "does not apply",
};

function findingLines(finding: Finding, all: boolean): string[] {
  const { state, title, found, why, evidence, fixes, noFix } = finding;
  const calm = state === "ok" || state === "not-applicable";
  if (calm && !all) return [];
  const trouble: Fact[] = calm
    ? []
    : [
        ["  Why it matters", why],
        ["  Seen", ...evidence.map(({ name, value }) => `${name}: ${value}`)],
        ...fixes.map((fix): Fact => ["  Fix", ...fixTexts(fix)]),
        ["  No fix", ...(noFix === null ? [] : [noFix])],
      ];
  return [`${STATES[state]}: ${title}`, ...factLines([["  Found", found], ...trouble]), ""];
}

function fixTexts(fix: Fix): readonly string[] {
  switch (fix.kind) {
    case "command":
      return [fix.title, fix.typed, `isoscope doctor --fix ${fix.id}`];
    case "manual":
      return [
        fix.title,
        ...fix.steps.map(({ text, command }) => (command === null ? text : `${text}: ${command}`)),
      ];
    case "link":
      return [fix.title, fix.url];
  }
}
