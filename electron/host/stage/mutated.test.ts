import { readdir } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { BusyHost } from "./fixtures/busy-host.ts";
import { spoiled } from "./fixtures/mutations.ts";
import { StageBench } from "./fixtures/stage-bench.ts";

const FILES = 1_000;

/** A short recording with something of everything in it. */
async function recorded(): Promise<Buffer> {
  await using bench = new StageBench();
  const { docker, microvm, processes, clock } = bench;
  await bench.client.call("recording.start", { title: "A test", output: true });
  const host = new BusyHost({ docker, microvm, processes, now: () => clock.now() }, 3, 4);
  for (let second = 0; second < 25; second++) {
    host.step();
    await clock.advance(1_000);
  }
  await bench.client.call("recording.stop", {});
  return await bench.saved();
}

test(`${FILES} spoiled recordings are refused with a reason or shown, and never more than that`, async () => {
  const packed = await recorded();
  const plain = gunzipSync(packed).toString();
  await using bench = new StageBench();
  bench.follow("session.watch", {});
  bench.follow("processes.watch", {});
  bench.follow("owners.watch", {});
  bench.follow("usage.watch", {});
  const { items: containers } = bench.follow("containers.watch", {});
  const counts = { shown: 0, refused: 0 };
  for (let seed = 1; seed <= FILES; seed++) {
    const { shown } = bench;
    const refusal = await bench.open(spoiled(plain, packed, seed)).then(() => null, refusalOf);
    if (refusal) {
      counts.refused += 1;
      expect(bench.shown, `file ${seed}`).toEqual(shown);
    } else {
      counts.shown += 1;
      await lookAround(bench, containers);
    }
  }
  // Both come about, or the changes would be all of one kind.
  expect(counts.shown).toBeGreaterThan(100);
  expect(counts.refused).toBeGreaterThan(300);
  await bench.client.call("session.close", {});
  expect(await readdir(bench.folder).catch(() => [])).toEqual([]);
}, 240_000);

function refusalOf(thrown: unknown): string {
  if (!(thrown instanceof IsoscopeFailure)) throw thrown;
  expect(["invalid", "unsupported"]).toContain(thrown.error.code);
  return thrown.message;
}

async function lookAround(bench: StageBench, containers: ReadonlyMap<string, { readonly key: string }>) {
  const { client, clock } = bench;
  for (const positionMs of [86_400_000, 9_000]) {
    await client.call("session.control", { action: "seek", positionMs });
    const scopes = [...containers.keys()].map((key) => bench.follow("scope.watch", { key }));
    const stats = [...containers.keys()].map((key) => bench.follow("stats.watch", { key }));
    await clock.advance(50);
    for (const { stop } of [...scopes, ...stats]) stop();
  }
  for (const isolation of ["process", "hyperv"] as const)
    await bench.launch({ image: "isoscope/demo:latest", isolation });
  await client.call("session.control", { action: "play" });
  await clock.advance(500);
}
