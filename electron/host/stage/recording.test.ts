import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hostProcess } from "../../contract/fixtures/rows.ts";
import type { HostProcess } from "../../contract/process.ts";
import { readRecording } from "../../engine/replay/read-recording.ts";
import { engineContainer } from "../../fleet/fixtures/fake-engine.ts";
import { BusyHost } from "./fixtures/busy-host.ts";
import { StageBench } from "./fixtures/stage-bench.ts";

let bench: StageBench;
beforeEach(() => {
  bench = new StageBench();
});
afterEach(() => bench[Symbol.asyncDispose]());

const start = { title: "A test", output: false };
const filesLeft = () => readdir(bench.folder).catch(() => []);

async function* bytesOf(file: Uint8Array) {
  yield file;
}

/** The host's rows come in the order in which they last changed. */
const byPid = (rows: readonly HostProcess[]) => rows.toSorted((a, b) => a.pid - b.pid);

/** What a page would show now, apart from what a recording cannot be asked: actions, and when the host was read. */
async function seen() {
  const containers = bench.follow("containers.watch", {});
  const processes = bench.follow("processes.watch", {});
  const owners = bench.follow("owners.watch", {});
  await bench.clock.advance(3_000);
  const scopes = new Map<string, object>();
  for (const key of containers.items.keys()) {
    const { items, stop } = bench.follow("scope.watch", { key });
    await bench.clock.advance(1_500);
    const scope = items.get(key);
    if (scope) scopes.set(key, { ...scope, hostAt: 0, related: byPid(scope.related) });
    stop();
  }
  const rows = [...containers.items].map(([key, row]) => [key, { ...row, actions: null }] as const);
  for (const { stop } of [containers, processes, owners]) stop();
  return {
    containers: new Map(rows),
    processes: processes.items,
    owners: owners.items,
    scopes,
  };
}

test("ten minutes of a busy host replay to the same final state, and stay small", async () => {
  const { docker, microvm, processes, clock } = bench;
  const host = new BusyHost({ docker, microvm, processes, now: () => clock.now() }, 7);
  for (let i = 0; i < 5; i++) host.step();
  await bench.client.call("recording.start", start);
  for (let second = 0; second < 600; second++) {
    host.step();
    await clock.advance(1_000);
  }
  const live = await seen();
  expect(host.running.length).toBeGreaterThan(10);
  expect(live.scopes.size).toBeGreaterThanOrEqual(host.running.length);
  const made = await bench.client.call("recording.stop", {});
  const file = await bench.saved();
  expect(made).toMatchObject({ state: "ready", sizeBytes: file.length, gaps: [] });
  expect(file.length).toBeLessThan(5 * 1024 * 1024);
  await bench.open(file);
  const { durationMs } = await readRecording(bytesOf(file)).then(({ header }) => header);
  await bench.client.call("session.control", { action: "seek", positionMs: durationMs });
  expect(await seen()).toEqual(live);
  // And going there from anywhere else is the same.
  for (const positionMs of [0, durationMs / 3, durationMs])
    await bench.client.call("session.control", { action: "seek", positionMs });
  expect(await seen()).toEqual(live);
}, 120_000);

test("secrets that were planted are not in the file", async () => {
  const planted = "hunter2-Pl4nted";
  const id = "a".repeat(64);
  const row = hostProcess({ pid: 40, containerId: id, command: `serve --password=${planted}` });
  bench.processes.set(row);
  bench.docker.inside = {
    ...{ rows: [], source: `docker top https://me:${planted}@registry`, at: 0 },
  };
  bench.docker.inspect = async () => ({ Config: { Cmd: ["sh", "-c", `API_TOKEN=${planted} run`] } });
  const command = `docker run -e COLOUR=${planted} x`;
  bench.docker.containers.update([[id, engineContainer({ id, command })]]);
  await bench.client.call("recording.start", { ...start, title: `A token=${planted}` });
  bench.processes.set({ ...row, command: `serve --password=${planted} --again` });
  await bench.clock.advance(3_000);
  await bench.client.call("recording.stop", {});
  const { events, header } = await readRecording(bytesOf(await bench.saved()));
  expect(events.length).toBeGreaterThan(3);
  expect(JSON.stringify({ events, header })).not.toContain("hunter2");
  expect(JSON.stringify(events)).toContain("••••");
});

test("a launch that was recorded can be played by hand", async () => {
  const { docker, microvm, processes, clock } = bench;
  await bench.client.call("recording.start", start);
  await clock.advance(2_000);
  const host = new BusyHost({ docker, microvm, processes, now: () => clock.now() }, 1, 3);
  while (host.running.length === 0) host.step();
  await clock.advance(5_000);
  const live = await seen();
  await bench.client.call("recording.stop", {});
  await bench.open(await bench.saved());
  const containers = bench.follow("containers.watch", {}).items;
  await clock.advance(0);
  expect(containers.size).toBe(0);
  const [recorded] = live.containers.values();
  const isolation = recorded?.isolation ?? "process";
  const job = await bench.launch({ image: "isoscope/demo", command: ["ping", "127.0.0.1"], isolation });
  expect(job).toMatchObject({ error: null, state: "done", container: recorded?.key });
  await clock.advance(0);
  expect([...containers.values()].map((row) => ({ ...row, actions: null }))).toEqual([recorded]);
});

test("one at a time, and nothing is left behind when it is discarded", async () => {
  const { client } = bench;
  await expect(client.call("recording.stop", {})).rejects.toMatchObject({ error: { code: "conflict" } });
  await client.call("recording.start", start);
  expect(await filesLeft()).toHaveLength(1);
  await expect(client.call("recording.start", start)).rejects.toMatchObject({ error: { code: "conflict" } });
  await expect(client.call("session.openBuiltIn", {})).rejects.toMatchObject({ error: { code: "conflict" } });
  await client.call("recording.stop", {});
  await expect(client.call("recording.start", start)).rejects.toMatchObject({ error: { code: "conflict" } });
  await client.call("session.openBuiltIn", {});
  await expect(client.call("recording.start", start)).rejects.toMatchObject({ error: { code: "conflict" } });
  await client.call("session.close", {});
  await client.call("recording.discard", {});
  expect(await filesLeft()).toEqual([]);
  await client.call("recording.start", start);
  await client.call("recording.discard", {});
  expect(await filesLeft()).toEqual([]);
  expect(bench.clock.waiting).toBe(0);
});

test("what containers print is recorded where it is asked for, and comes at its time", async () => {
  const { docker, microvm, processes, clock, client } = bench;
  await client.call("recording.start", { ...start, output: true });
  const host = new BusyHost({ docker, microvm, processes, now: () => clock.now() }, 1, 3);
  for (let second = 0; second < 10; second++) {
    host.step();
    await clock.advance(1_000);
  }
  await client.call("recording.stop", {});
  await bench.open(await bench.saved());
  await client.call("session.control", { action: "seek", positionMs: 5_500 });
  const { items, stop } = bench.follow("containers.watch", {});
  await bench.settle();
  stop();
  const [key = ""] = [...items.keys()];
  const read: string[] = [];
  const log = client.stream(
    "containers.logs",
    { key, tail: 2 },
    {
      chunk: (batch) => {
        for (const piece of batch) if (piece.kind === "text") read.push(...piece.text.trim().split("\n"));
      },
      end: () => read.push("end"),
    },
  );
  await bench.settle();
  const times = () => read.map((line) => line.replace(/.* at /, ""));
  expect(times()).toHaveLength(2);
  await client.call("session.control", { action: "play" });
  await clock.advance(2_000);
  await bench.settle();
  expect(times()).toHaveLength(4);
  await client.call("session.control", { action: "seek", positionMs: 1_000 });
  await bench.settle();
  expect(times().at(-1)).toBe("end");
  log.close();
});
