import type { CommandFix, Finding, Fix } from "../../contract/doctor.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { confirm } from "./confirm.ts";
import { EXIT } from "./exit-codes.ts";
import { factLines } from "./facts.ts";
import { notUnderstood } from "./options.ts";
import { ProgressLine } from "./progress-line.ts";
import { finishJob } from "./session/finish-job.ts";
import type { VerbContext } from "./verb.ts";
import { visible } from "./visible.ts";
import { watchUntil } from "./watch-until.ts";

/** A fix may install packages. */
const FIX_MS = 1_800_000;
const TOLD_MS = 30_000;

/** Shows what a fix runs, and runs it when that is agreed to. What it printed goes to standard output. */
export async function applyFix(
  findings: readonly Finding[],
  id: string,
  agreed: boolean,
  context: VerbContext,
): Promise<number> {
  const { finding, fix } = chosen(findings, id);
  for (const line of consentLines(fix)) context.log(line);
  if (!agreed && !(await asked(context))) {
    context.log("Nothing was changed.");
    return EXIT.failed;
  }
  const { client } = await context.session();
  const { job } = await client.call("doctor.fix", { check: finding.id, fix: fix.id });
  const progress = new ProgressLine(context.terminal.err);
  progress.show(fix.title);
  const wait = { what: fix.title, ms: FIX_MS, clock: context.clock, signal: context.signal };
  try {
    await finishJob(client, job, wait);
  } finally {
    progress.clear();
    await printOutput(finding.id, job, context);
  }
  if (fix.after !== null) context.log(fix.after);
  return EXIT.done;
}

function chosen(
  findings: readonly Finding[],
  id: string,
): { readonly finding: Finding; readonly fix: CommandFix } {
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.id === id);
    if (fix) return { finding, fix: runnable(fix) };
  }
  throw new IsoscopeFailure({
    code: "not-found",
    what: "fix",
    name: id,
    detail: "isoscope doctor lists them.",
  });
}

function runnable(fix: Fix): CommandFix {
  if (fix.kind === "command" && fix.runnable.can) return fix;
  const byHand = fix.kind === "command" ? fix.typed : fix.kind === "link" ? fix.url : "";
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: fix.id,
    reason:
      fix.kind === "command" && !fix.runnable.can ? fix.runnable.reason : `${fix.title} is done by hand.`,
    ...(byHand === "" ? {} : { fix: byHand }),
  });
}

const consentLines = ({ title, typed, changes, elevated }: CommandFix): string[] => [
  title,
  ...factLines([
    ["  Command", typed],
    ["  Changes", changes],
    ["  Rights", ...(elevated ? ["root, or an administrator"] : [])],
  ]),
];

function asked({ terminal, signal }: VerbContext): Promise<boolean> {
  if (terminal.keyboard.isTerminal) return confirm("Run it? Type yes: ", terminal, signal);
  throw notUnderstood("nobody can be asked here: agree with --yes.", "--fix");
}

/** What the fix's program printed, as its finding keeps it. */
async function printOutput(check: string, job: string, { session, clock, json, out }: VerbContext) {
  const { client } = await session();
  const ended = (findings: readonly Finding[]) => {
    const mine = findings.find(({ id }) => id === check);
    return mine?.run?.job === job && mine.run.endedAt !== null && !mine.checking ? mine : undefined;
  };
  const wait = { what: "the fix's output", ms: TOLD_MS, clock };
  const finding = await watchUntil(client, "doctor.watch", {}, ended, wait);
  if (json) out(JSON.stringify({ findings: [finding] }));
  else for (const line of (finding.run?.output ?? "").split(/\r?\n/)) if (line !== "") out(visible(line));
}
