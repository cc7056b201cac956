import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ResourceCounters } from "../contract/stats.ts";
import { Bench, type ConformanceSubject, type OpenBench } from "./conformance-bench.ts";
import { holeTests } from "./conformance-holes.ts";
import { imageTests } from "./conformance-images.ts";
import {
  failureOf,
  launchSpec,
  rowsNow,
  saidUntil,
  Transcript,
  whenGone,
  whenRow,
} from "./conformance-tools.ts";

export type OpenSubject = () => Promise<ConformanceSubject | { readonly skip: string }>;

/**
 * What every engine promises, whatever it is made of. Expectations follow the engine's own capabilities. An engine
 * that is not there is skipped with its reason, unless `ISOSCOPE_REQUIRE` names it.
 */
export function engineConformance(name: string, open: OpenSubject): void {
  describe(`${name} keeps the engine contract`, () => {
    const bench = new Bench();

    beforeAll(async () => bench.open(name, await open()), 300_000);
    afterEach(() => bench.clean(), 120_000);
    afterAll(() => bench.close(), 120_000);

    const test = (title: string, body: (bench: OpenBench) => Promise<void>) =>
      it(title, { timeout: 300_000 }, (context) => bench.run(context, body));

    lifecycleTests(test);
    refusalTests(test);
    streamTests(test);
    controlTests(test);
    imageTests(test);
    holeTests(test);
  });
}

const COUNTED = [
  ["cpuMs", "cpu"],
  ["memoryBytes", "memory"],
  ["rxBytes", "network"],
  ["txBytes", "network"],
  ["readBytes", "disk"],
  ["writeBytes", "disk"],
] as const;

type DefineTest = (title: string, body: (bench: OpenBench) => Promise<void>) => void;

const uniqueName = () => `conf-${process.pid}-${Math.random().toString(36).slice(2, 10)}`;

function lifecycleTests(test: DefineTest): void {
  test("is live and says what it is", async ({ engine, subject }) => {
    const { status } = engine;
    expect(status).toMatchObject({ id: engine.id, state: "live", error: null, retryAt: null });
    expect(status.title).not.toBe("");
    expect(status.lastSeen).not.toBeNull();
    expect(status.capabilities.launch[subject.isolation]).toEqual({ can: true });
  });

  test("launches detached, and the row says how its isolation is known", async ({
    engine,
    subject,
    dialect,
    launch,
  }) => {
    const name = uniqueName();
    const id = await launch(dialect.stays, { name });
    const row = await whenRow(engine, id, (it) => it.state === "running");
    expect(row).toMatchObject({ id, name, isolation: subject.isolation, exitCode: null, failure: null });
    expect(row).toMatchObject({ tty: false, interactive: false, owner: expect.stringMatching(/\w/) });
    expect(row.command).toContain(dialect.staysAs.command);
    expect(row.isolationEvidence).not.toBe("");
    expect(row.startedAt).not.toBeNull();
    expect(row.actions.kill).toEqual({ can: true });
    if (subject.isolation === "hyperv") expect(row.worker ?? row.utilityVm ?? null).not.toBeNull();
    else expect(row.mainPid).toBeGreaterThan(0);
  });

  test("lists the command among the processes inside", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stays);
    await saidUntil(engine, id, /ready/);
    const { rows, source } = await engine.processes(id);
    expect(source).not.toBe("");
    const { command, name } = dialect.staysAs;
    expect(rows.map((row) => row.command).join("\n")).toContain(command);
    expect(rows.find((row) => row.command.includes(command))?.name).toBe(name);
  });

  test("counts what a container uses, or says why not", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stays);
    await whenRow(engine, id, (row) => row.state === "running");
    const first = ResourceCounters.parse(await engine.counters(id));
    const later = ResourceCounters.parse(await engine.counters(id));
    expect(first.source).not.toBe("");
    expect(first.memoryMeans).not.toBe("");
    for (const [name, measure] of COUNTED) {
      expect(first[name] ?? first.why[measure], name).toBeDefined();
      expect(later[name] ?? 0, name).toBeGreaterThanOrEqual(name === "memoryBytes" ? 0 : (first[name] ?? 0));
    }
    expect(later.at).toBeGreaterThanOrEqual(first.at);
    await engine.control(id, "kill");
    await whenRow(engine, id, (row) => row.state === "exited");
    expect(await failureOf(engine.counters(id))).toMatchObject({ code: "conflict" });
  });

  test("tells the exit of a command that ended by itself", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.exits(5));
    const row = await whenRow(engine, id, (it) => it.state === "exited");
    expect(row.exitCode).toBe(5);
    expect(row.finishedAt).not.toBeNull();
    expect(row.actions.kill.can).toBe(false);
  });

  test("hands the environment to the command and masks it in inspect until asked", async ({
    engine,
    dialect,
    launch,
  }) => {
    const id = await launch(dialect.says("SECRET"), { env: { SECRET: "hunter two" } });
    await saidUntil(engine, id, /=hunter two/);
    expect(JSON.stringify(await engine.inspect(id))).not.toContain("hunter");
    expect(JSON.stringify(await engine.inspect(id, { reveal: true }))).toContain("hunter two");
  });

  test("removes, and the row goes", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stays);
    await whenRow(engine, id, (row) => row.state === "running");
    await engine.control(id, "remove");
    await whenGone(engine, id);
    expect(await failureOf(engine.control(id, "remove"))).toMatchObject({ code: "not-found" });
  });
}

function refusalTests(test: DefineTest): void {
  test("refuses a name in use and names it", async ({ dialect, launch }) => {
    const name = uniqueName();
    await launch(dialect.stays, { name });
    const error = await failureOf(launch(dialect.stays, { name }));
    expect(error).toMatchObject({ code: "conflict", message: expect.stringContaining(name) });
  });

  test("refuses an unknown image and names it", async ({ dialect, launch }) => {
    const error = await failureOf(launch(dialect.stays, { image: "isoscope/nowhere:none" }));
    expect(error).toMatchObject({ code: "image-missing", ref: "isoscope/nowhere:none" });
  });

  test("leaves nothing behind when the command does not exist", async ({ engine, dialect, launch }) => {
    const name = uniqueName();
    const { missing } = dialect;
    const error = await failureOf(launch([missing], { name }));
    expect(error).toMatchObject({ code: "start-failed", reason: expect.stringContaining(missing) });
    await launch(dialect.stays, { name });
    expect((await rowsNow(engine)).filter((row) => row.name === name)).toHaveLength(1);
  });

  test("leaves nothing behind when the launch is aborted, at whichever step", async ({
    engine,
    subject,
    dialect,
    launch,
  }) => {
    const { image, isolation } = subject;
    for (const step of [1, 2]) {
      const name = uniqueName();
      const abort = new AbortController();
      let steps = 0;
      const progress = () => {
        steps += 1;
        if (steps === step) abort.abort();
      };
      const spec = launchSpec({ image, isolation, command: dialect.stays, name });
      const launching = engine.launch(spec, { signal: abort.signal, progress });
      expect(await failureOf(launching)).toMatchObject({ code: "cancelled" });
      await launch(dialect.stays, { name });
      expect((await rowsNow(engine)).filter((row) => row.name === name)).toHaveLength(1);
    }
  });

  test("answers for an unknown or impossible id with an error", async ({ engine }) => {
    const unknown = "0123456789abcdef";
    expect(await failureOf(engine.control(unknown, "kill"))).toMatchObject({ code: "not-found" });
    expect(await failureOf(engine.processes(unknown))).toMatchObject({ code: "not-found" });
    expect(await failureOf(engine.counters(unknown))).toMatchObject({ code: "not-found" });
    expect(await failureOf(engine.inspect(unknown))).toMatchObject({ code: "not-found" });
    const impossible = (await failureOf(engine.inspect("../images/json"))).code;
    expect(["invalid", "not-found"]).toContain(impossible);
  });
}

function streamTests(test: DefineTest): void {
  test("keeps the two log streams apart and whole", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.twoStreams);
    await whenRow(engine, id, (row) => row.state === "exited");
    const { output } = await engine.logs(id, { follow: false, tail: 100 }, new AbortController().signal);
    const transcript = new Transcript(output);
    await transcript.exitCode();
    expect(transcript.text("stdout")).toBe(`größe €${dialect.lineEnd}`);
    expect(transcript.text("stderr")).toBe(`wrong${dialect.lineEnd}`);
  });

  test("follows the log until the command ends", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stays);
    const { output } = await engine.logs(id, { follow: true, tail: 10 }, new AbortController().signal);
    const transcript = new Transcript(output);
    await transcript.until(/ready/);
    await engine.control(id, "stop");
    await transcript.exitCode();
    const { says } = dialect.stopped;
    expect(transcript.text()).toMatch(new RegExp(`^ready\\r?\\n.*${says}`, "s"));
  });

  test("talks to an interactive command, follows the window's size and tells its exit", async ({
    engine,
    dialect,
    launch,
    skip,
  }) => {
    const { interactive, attach } = engine.status.capabilities;
    if (!interactive.can) return skip(interactive.reason);
    if (!attach.can) return skip(attach.reason);
    const { shell } = dialect;
    const id = await launch(shell.command, { interactive: true });
    const console = await engine.console(
      id,
      { exec: [], columns: 101, rows: 30 },
      new AbortController().signal,
    );
    const transcript = new Transcript(console.output);
    await console.send({ kind: "input", text: shell.askSize });
    await transcript.until(shell.sizeAnswer(101, 30));
    await console.send({ kind: "resize", columns: 90, rows: 20 });
    await console.send({ kind: "input", text: shell.askSize });
    await transcript.until(shell.sizeAnswer(90, 20));
    await console.send({ kind: "input", text: shell.exit(7) });
    expect(await transcript.exitCode()).toBe(7);
    await whenRow(engine, id, (row) => row.state === "exited" && row.exitCode === 7 && row.interactive);
  });

  test("runs a further command beside the first", async ({ engine, dialect, launch, skip }) => {
    const { exec } = engine.status.capabilities;
    if (!exec.can) return skip(exec.reason);
    const id = await launch(dialect.stays);
    const options = { exec: dialect.second, columns: 80, rows: 24 };
    const { output } = await engine.console(id, options, new AbortController().signal);
    const transcript = new Transcript(output);
    await transcript.until(/exec-ok/);
    expect(await transcript.exitCode()).toBe(4);
    await whenRow(engine, id, (row) => row.state === "running");
  });

  test("lets go of a console that nobody reads any more", async ({ engine, dialect, launch, skip }) => {
    const { interactive } = engine.status.capabilities;
    if (!interactive.can) return skip(interactive.reason);
    const id = await launch(dialect.shell.command, { interactive: true });
    const options = { exec: [], columns: 80, rows: 24 };
    for (const round of ["one", "two"]) {
      const session = await engine.console(id, options, new AbortController().signal);
      const transcript = new Transcript(session.output);
      await session.send({ kind: "input", text: dialect.shell.round(round) });
      await transcript.until(new RegExp(`round-2-${round}`));
      await transcript.close();
    }
    await whenRow(engine, id, (row) => row.state === "running");
  });
}

function controlTests(test: DefineTest): void {
  test("kills with the signal's exit code", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stays);
    await engine.control(id, "kill", { signal: "KILL" });
    const row = await whenRow(engine, id, (it) => it.state === "exited");
    expect(row.exitCode).toBe(dialect.killed);
    expect(await failureOf(engine.control(id, "kill"))).toMatchObject({ code: "conflict" });
  });

  test("stops by asking first", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stays);
    await saidUntil(engine, id, /ready/);
    await engine.control(id, "stop");
    const row = await whenRow(engine, id, (it) => it.state === "exited");
    expect(row.exitCode).toBe(dialect.stopped.code);
  });

  test("stops by force when asking did not help", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stubborn);
    await saidUntil(engine, id, /ready/);
    await engine.control(id, "stop");
    const row = await whenRow(engine, id, (it) => it.state === "exited");
    expect(row.exitCode).toBe(dialect.killed);
  });

  test("pauses and goes on", async ({ engine, dialect, launch, skip }) => {
    const { pause } = engine.status.capabilities.actions;
    if (!pause.can) return skip(pause.reason);
    const id = await launch(dialect.stays);
    const row = await whenRow(engine, id, (it) => it.state === "running");
    if (!row.actions.pause.can) return skip(row.actions.pause.reason);
    await engine.control(id, "pause");
    const paused = await whenRow(engine, id, (row) => row.state === "paused");
    expect(paused.actions.unpause).toEqual({ can: true });
    expect(paused.actions.pause.can).toBe(false);
    await engine.control(id, "unpause");
    await whenRow(engine, id, (row) => row.state === "running");
  });

  test("restarts", async ({ engine, dialect, launch, skip }) => {
    const { restart } = engine.status.capabilities.actions;
    if (!restart.can) return skip(restart.reason);
    const id = await launch(dialect.stays);
    const before = await whenRow(engine, id, (row) => row.state === "running");
    await saidUntil(engine, id, /ready/);
    await engine.control(id, "restart");
    await whenRow(engine, id, (row) => row.state === "running" && row.startedAt !== before.startedAt);
  });

  test("starts again what was stopped, or says why not", async ({ engine, dialect, launch }) => {
    const id = await launch(dialect.stays);
    const before = await whenRow(engine, id, (row) => row.state === "running");
    expect(before.actions.start.can).toBe(false);
    await saidUntil(engine, id, /ready/);
    await engine.control(id, "stop");
    const { actions } = await whenRow(engine, id, (row) => row.state === "exited");
    if (!actions.start.can) {
      expect(await failureOf(engine.control(id, "start"))).toMatchObject({ code: "unsupported" });
      return;
    }
    await engine.control(id, "start");
    await whenRow(engine, id, (row) => row.state === "running" && row.startedAt !== before.startedAt);
  });
}
