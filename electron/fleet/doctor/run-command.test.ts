import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { systemClock } from "../../engine/clock.ts";
import { ManualClock } from "../../engine/manual-clock.ts";
import { OutputTail } from "./output-tail.ts";
import { runCommand } from "./run-command.ts";

const node = (script: string) => [process.execPath, "-e", script];

/** Runs a program and says with which words it began to talk. */
function begin(
  argv: readonly string[],
  options: { readonly clock?: ManualClock; readonly deadlineMs?: number } = {},
) {
  const abort = new AbortController();
  let text = "";
  let spoke = () => {};
  const spoken = new Promise<void>((resolve) => {
    spoke = resolve;
  });
  const onText = (chunk: string) => {
    text += chunk;
    spoke();
  };
  const { clock = systemClock, deadlineMs = 60_000 } = options;
  const ended = runCommand({ argv, signal: abort.signal, clock, onText, deadlineMs });
  return { ended, spoken, abort, text: () => text };
}

it("tells both streams and the exit code; nothing in an argument is a shell's", async () => {
  const run = begin([
    ...node("console.log(process.argv[1]); console.error('e'); process.exitCode = 3"),
    "$(id); `id` && *",
  ]);
  expect(await run.ended).toBe(3);
  expect(run.text()).toContain("$(id); `id` && *\n");
  expect(run.text()).toContain("e\n");
});

it("says so when there is no such program", async () => {
  await expect(begin(["/nowhere/isoscope-nothing"]).ended).rejects.toMatchObject({
    error: { code: "unavailable", detail: expect.stringContaining("ENOENT") },
  });
});

it("ends what it began, and what that began, when it is cancelled", async () => {
  const child = `require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1e3)"], { stdio: "ignore" })`;
  const run = begin(node(`const c = ${child}; console.log(c.pid); setInterval(() => {}, 1e3)`));
  await run.spoken;
  const grandchild = Number(run.text());
  run.abort.abort();
  await expect(run.ended).rejects.toMatchObject({ error: { code: "cancelled" } });
  await expect.poll(() => alive(grandchild)).toBe(false);
});

it("kills what does not end when asked", async () => {
  const clock = new ManualClock();
  const run = begin(node("process.on('SIGTERM', () => {}); console.log(1); setInterval(() => {}, 1e3)"), {
    clock,
  });
  await run.spoken;
  run.abort.abort();
  await clock.advance(5_000);
  await expect(run.ended).rejects.toMatchObject({ error: { code: "cancelled" } });
  expect(clock.waiting).toBe(0);
});

it("gives up after its deadline", async () => {
  const clock = new ManualClock();
  const run = begin(node("console.log(1); setInterval(() => {}, 1e3)"), { clock, deadlineMs: 2_000 });
  await run.spoken;
  await clock.advance(2_000);
  await expect(run.ended).rejects.toMatchObject({ error: { code: "timeout", ms: 2_000 } });
});

it("does not wait for a service that keeps the output open", async () => {
  const clock = new ManualClock();
  const service = `require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 6e4)"], { stdio: ["ignore", 1, 2], detached: true })`;
  const run = begin(node(`const c = ${service}; c.unref(); console.log(c.pid)`), { clock });
  await run.spoken;
  const pid = Number(run.text());
  try {
    await expect.poll(() => clock.waiting).toBe(2);
    await clock.advance(1_000);
    expect(await run.ended).toBe(0);
  } finally {
    process.kill(pid, "SIGKILL");
  }
});

it("keeps the end of a long output, from the beginning of a line, without a terminal's codes", () => {
  const tail = new OutputTail();
  for (let i = 0; i < 2_000; i++) tail.add(`\u001b[1mline ${i}\u001b[0m\r\n`);
  expect(tail.text.length).toBeLessThanOrEqual(8_192);
  expect(tail.text).toMatch(/^line \d+\n/);
  expect(tail.lastLine).toBe("line 1999");
});

/** One that has ended stays listed as a zombie until somebody asks for how it ended. */
function alive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
