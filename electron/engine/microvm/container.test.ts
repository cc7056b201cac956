import { describe, expect, it } from "vitest";
import type { OutputChunk } from "../../contract/streams.ts";
import { ManualClock, settled } from "../manual-clock.ts";
import { ColdBoot } from "./cold-boot.ts";
import { MicroVmContainer } from "./container.ts";
import { FakeQemu, startsFakes } from "./fixtures/fake-qemu.ts";
import type { Facts } from "./rows.ts";

const FACTS: Facts = {
  ...{
    id: "abc",
    name: "one",
    image: { ref: "i", id: "1" },
    command: ["sh"],
    interactive: false,
    state: "starting",
  },
  ...{
    exitCode: null,
    failure: null,
    createdAt: 1,
    startedAt: null,
    finishedAt: null,
    worker: null,
    bootId: null,
    ports: [],
    fileServers: [],
  },
};
const COMMAND = {
  ...{ argv: ["sh"], env: [], cwd: "/", user: "", tty: false, main: true, rows: 24, columns: 80 },
};
const MACHINE = {
  ...{ id: "abc", hostname: "abc", memoryMiB: 128, cpus: 1 },
  disk: { path: "/d", filesystem: "erofs" },
  ...{ folders: [], forwards: [] },
} as const;
const forever = new AbortController().signal;

function bench(qemus: readonly FakeQemu[], interactive = false) {
  const clock = new ManualClock();
  const states: string[] = [];
  const boot = new ColdBoot({
    ...{ kernel: "/k", accelerator: "tcg", credentials: null, deadlineMs: 5000, clock },
    ...{ initramfs: async () => "/i", folderServers: null },
    ...{ track: () => {}, start: startsFakes(qemus) },
  });
  const changed = ({ state }: Facts) => {
    if (states.at(-1) !== state) states.push(state);
  };
  const plan = { machine: MACHINE, command: { ...COMMAND, tty: interactive } };
  const container = new MicroVmContainer({ ...FACTS, interactive }, plan, {
    boot,
    clock,
    stopGraceMs: 10_000,
    changed,
  });
  return { clock, states, container };
}

async function started(more: { readonly interactive?: boolean } = {}) {
  const qemu = new FakeQemu();
  const opened = bench([qemu], more.interactive);
  await opened.container.start(forever);
  return { qemu, ...opened };
}

async function read(output: AsyncIterable<OutputChunk>): Promise<readonly OutputChunk[]> {
  const chunks: OutputChunk[] = [];
  for await (const chunk of output) chunks.push(chunk);
  return chunks;
}

const say = (qemu: FakeQemu, text: string) =>
  qemu.say({ event: "output", job: 1, source: "stdout", data: Buffer.from(text).toString("base64") });

describe("MicroVmContainer", () => {
  it("runs, and is exited with the command's code once the machine is off", async () => {
    const { qemu, container, states } = await started();
    expect(container.facts).toMatchObject({
      state: "running",
      worker: { pid: 4242, start: "777" },
      bootId: "boot-1",
    });
    qemu.exit(3);
    await settled();
    expect(container.facts.state).toBe("running");
    qemu.die({ code: 0, signal: null });
    await settled();
    expect(container.facts).toMatchObject({ state: "exited", exitCode: 3, failure: null, worker: null });
    expect(states).toEqual(["starting", "running", "exited"]);
  });

  it("ends a machine that stays on after its command", async () => {
    const { qemu, container, clock } = await started();
    qemu.exit(0);
    await clock.advance(5000);
    expect(await qemu.ended).toMatchObject({ signal: "SIGKILL" });
    expect(container.facts).toMatchObject({ state: "exited", exitCode: 0 });
  });

  it("is failed with the signal when QEMU is killed from outside", async () => {
    const { qemu, container } = await started();
    qemu.log.push("last words");
    qemu.die({ code: null, signal: "SIGKILL" });
    await settled();
    expect(container.facts).toMatchObject({
      state: "failed",
      exitCode: null,
      failure: { code: "worker-died", pid: 4242, signal: "SIGKILL", exitCode: null, detail: "last words" },
    });
  });

  it("asks, waits the grace time, then kills", async () => {
    const { qemu, container, clock } = await started();
    const stopping = container.control("stop", undefined);
    await clock.advance(9999);
    expect(qemu.requests("kill")).toMatchObject([{ signal: 15 }]);
    expect(container.facts.state).toBe("stopping");
    await clock.advance(1);
    expect(qemu.requests("kill")).toMatchObject([{ signal: 15 }, { signal: 9 }]);
    qemu.exit(137);
    qemu.die({ code: 0, signal: null });
    await stopping;
    expect(container.facts).toMatchObject({ state: "exited", exitCode: 137 });
  });

  it("ends the machine when not even the kill is answered", async () => {
    const { qemu, container, clock } = await started();
    qemu.answers.set("kill", () => null);
    const stopping = container.control("stop", undefined);
    await clock.advance(60_000);
    await stopping;
    expect(container.facts).toMatchObject({ state: "exited", exitCode: 137 });
  });

  it("lets a kill through while a stop waits", async () => {
    const { qemu, container } = await started();
    const stopping = container.control("stop", undefined);
    await settled();
    const killing = container.control("kill", undefined);
    await settled();
    expect(qemu.requests("kill").map(({ signal }) => signal)).toEqual([15, 9]);
    qemu.exit(137);
    qemu.die({ code: 0, signal: null });
    await Promise.all([stopping, killing]);
  });

  it("resumes a paused machine before it asks it to stop, and answers no questions while paused", async () => {
    const { qemu, container } = await started();
    await container.control("pause", undefined);
    await expect(container.processes()).rejects.toMatchObject({ error: { code: "conflict" } });
    const stopping = container.control("stop", undefined);
    await settled();
    expect(qemu.asked.slice(-3)).toMatchObject([
      { execute: "stop" },
      { execute: "cont" },
      { op: "kill", signal: 15 },
    ]);
    qemu.exit(0);
    qemu.die({ code: 0, signal: null });
    await stopping;
  });

  it("refuses what its state does not allow, and unknown signals", async () => {
    const { container } = await started();
    await expect(container.control("unpause", undefined)).rejects.toMatchObject({
      error: { code: "conflict" },
    });
    await expect(container.control("kill", "NOPE")).rejects.toMatchObject({
      error: { code: "invalid", field: "signal" },
    });
  });

  it("restarts in a new machine and keeps the log", async () => {
    const [first, second] = [new FakeQemu(), new FakeQemu()];
    const { container } = bench([first, second]);
    await container.start(forever);
    say(first, "one\n");
    first.exit(0);
    first.die({ code: 0, signal: null });
    await settled();
    await container.control("restart", undefined);
    say(second, "two\n");
    await settled();
    const { output } = container.logs({ follow: false, tail: 10 }, forever);
    expect((await read(output)).flatMap((chunk) => (chunk.kind === "text" ? chunk.text : []))).toEqual([
      "one\n",
      "two\n",
    ]);
    expect(container.facts).toMatchObject({ state: "running", exitCode: null, finishedAt: null });
  });

  it("is failed with the reason when a restart does not come up", async () => {
    const [first, second] = [new FakeQemu(), new FakeQemu()];
    const { container } = bench([first, second]);
    await container.start(forever);
    first.exit(0);
    first.die({ code: 0, signal: null });
    await settled();
    second.answers.set("hello", () => {
      second.die({ code: 1, signal: null });
      return null;
    });
    await expect(container.control("restart", undefined)).rejects.toMatchObject({
      error: { code: "start-failed" },
    });
    expect(container.facts).toMatchObject({ state: "failed", failure: { code: "start-failed" } });
  });

  it("can be removed while it is starting", async () => {
    const qemu = new FakeQemu();
    qemu.answers.set("root", () => null);
    const { container } = bench([qemu]);
    const starting = expect(container.start(forever)).rejects.toMatchObject({ error: { code: "cancelled" } });
    await settled();
    await container.control("remove", undefined);
    await starting;
    expect(await qemu.ended).toMatchObject({ signal: "SIGKILL" });
  });

  it("gives every attached console the past and the present, then the exit", async () => {
    const { qemu, container } = await started({ interactive: true });
    say(qemu, "past\n");
    await settled();
    const options = { exec: [], columns: 100, rows: 40 };
    const consoles = [await container.console(options, forever), await container.console(options, forever)];
    say(qemu, "now\n");
    qemu.exit(0);
    qemu.die({ code: 0, signal: null });
    for (const { output } of consoles) {
      expect(await read(output)).toMatchObject([
        { text: "past\n" },
        { text: "now\n" },
        { kind: "exit", code: 0 },
      ]);
    }
    expect(qemu.requests("resize")).toMatchObject([{ rows: 40, columns: 100 }, {}]);
  });

  it("keeps typed input in order: the next piece goes when the guest has taken the last", async () => {
    const { qemu, container } = await started({ interactive: true });
    qemu.answers.set("in", () => null);
    const session = await container.console({ exec: [], columns: 80, rows: 24 }, forever);
    const send = async (...message: Parameters<typeof session.send>) => session.send(...message);
    const sent = [send({ kind: "input", text: "a" }), send({ kind: "eof" })];
    await settled();
    expect(qemu.requests("in")).toHaveLength(1);
    expect(qemu.requests("eof")).toHaveLength(0);
    qemu.say({ id: qemu.requests("in")[0]?.id, ok: true });
    await Promise.all(sent);
    expect(qemu.requests("eof")).toHaveLength(1);
  });

  it("refuses input to a command that has none", async () => {
    const { container } = await started();
    const session = await container.console({ exec: [], columns: 80, rows: 24 }, forever);
    expect(() => session.send({ kind: "input", text: "x" })).toThrow(/not launched interactive/);
  });

  it("ends a further command when nobody reads it any more", async () => {
    const { qemu, container } = await started();
    qemu.answers.set("exec", () => ({ job: 2, pid: 9 }));
    const { output } = await container.console({ exec: ["top"], columns: 80, rows: 24 }, forever);
    await output[Symbol.asyncIterator]().return?.();
    await settled();
    expect(qemu.requests("close")).toMatchObject([{ job: 2 }]);
  });

  it("keeps in touch with the guest while it runs, not while it is paused", async () => {
    const { qemu, container, clock } = await started();
    await clock.advance(10_000);
    expect(qemu.requests("ping")).toHaveLength(2);
    await container.control("pause", undefined);
    await clock.advance(60_000);
    expect(qemu.requests("ping")).toHaveLength(2);
    await container.control("unpause", undefined);
    await clock.advance(5000);
    expect(qemu.requests("ping")).toHaveLength(3);
  });
});
