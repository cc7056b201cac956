import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readRecording } from "../../../engine/replay/read-recording.ts";
import { builtInRecording } from "../built-in.ts";
import { StageBench } from "../fixtures/stage-bench.ts";
import { SEED_AT } from "./seed-times.ts";

const FILE = new URL("../../../../assets/recordings/seed.isoscope", import.meta.url);

async function bytes(): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of builtInRecording()) parts.push(part);
  return Buffer.concat(parts);
}

test("the file that is shipped is what the source makes: else run scripts/seed-session.mjs", async () => {
  expect((await readFile(FILE)).equals(await bytes())).toBe(true);
});

test("it can be read, and nothing is missing in it", async () => {
  const { gaps, durationMs, header } = await readRecording(builtInRecording());
  expect(gaps).toEqual([]);
  expect(durationMs).toBe(SEED_AT.end);
  expect(header.note).toContain("Not published, and set by us: start times");
});

async function at(ms: number) {
  const bench = new StageBench();
  await bench.client.call("session.openBuiltIn", {});
  const containers = bench.follow("containers.watch", {}).items;
  const processes = bench.follow("processes.watch", {}).items;
  await bench.client.call("session.control", { action: "seek", positionMs: ms });
  await bench.clock.advance(0);
  const [key = ""] = containers.keys();
  const scope = bench.follow("scope.watch", { key }).items;
  await bench.clock.advance(500);
  return { containers, processes, scope: scope.get(key) };
}

test("process isolation: Microsoft's row of ping on the host, linked to the one inside", async () => {
  const { processes, scope } = await at(SEED_AT.hostRow);
  expect([...processes.values()].map(({ pid, name }) => `${pid} ${name}`)).toEqual(["4 System", "3964 PING"]);
  expect(scope).toMatchObject({
    inside: [{ pid: 3964, name: "ping" }],
    links: [{ insidePid: 3964, hostPid: 3964, certainty: "proven", startedAt: null, tie: "" }],
    kernels: "shared",
  });
  expect(scope?.related).toMatchObject([
    {
      ...{ pid: 3964, cpuMs: 30, rssBytes: 3836 * 1024, startedAt: null },
      windows: {
        ...{ handles: 67, nonPagedBytes: 5 * 1024, pagedBytes: 820 * 1024, sessionId: 3 },
        ...{ virtualBytes: null, siloId: null },
      },
    },
  ]);
});

test("Hyper-V isolation: no ping on the host, vmwp with Microsoft's figures instead", async () => {
  const { processes, scope } = await at(SEED_AT.worker);
  expect([...processes.values()].map(({ pid, name }) => `${pid} ${name}`)).toEqual(["4 System", "2376 vmwp"]);
  expect(scope).toMatchObject({
    ...{ inside: [{ pid: 1732, name: "ping" }], links: [], kernels: "separate" },
    worker: { pid: 2376, name: "vmwp" },
  });
  expect(scope?.related).toMatchObject([
    {
      ...{ pid: 2376, cpuMs: 5550, rssBytes: 19_620 * 1024 },
      windows: { handles: 1737, nonPagedBytes: 15 * 1024, pagedBytes: 39_452 * 1024, sessionId: 0 },
    },
  ]);
});

test("in between, neither is there", async () => {
  const bench = new StageBench();
  await bench.client.call("session.openBuiltIn", {});
  await bench.client.call("session.control", { action: "seek", positionMs: SEED_AT.processRemoved });
  const containers = bench.follow("containers.watch", {}).items;
  await bench.clock.advance(0);
  expect(containers.size).toBe(0);
});
