import { afterAll, beforeAll, expect, test } from "vitest";
import type { LiveSource } from "../../contract/live-source.ts";
import { mirrorInto } from "../../contract/mirror.ts";
import type { Scope } from "../../contract/scope.ts";
import { systemClock } from "../../engine/clock.ts";
import { isRequired } from "../../engine/conformance-bench.ts";
import { launchSpec, quietWork } from "../../engine/conformance-tools.ts";
import {
  openPrivateDockerd,
  type PrivateDockerd,
  whyNoDockerd,
} from "../../engine/docker/fixtures/private-dockerd.ts";
import { readRecording } from "../../engine/replay/read-recording.ts";
import { Fleet } from "../../fleet/fleet.ts";
import { openProcessTable } from "../../processes/open-process-table.ts";
import { hostInfo } from "../host-info.ts";
import { insideReader } from "../inside-reader.ts";
import { openMachine } from "../machine/open-machine.ts";
import { addonPaths } from "../native-parts.ts";
import { openStage } from "./open-stage.ts";
import { replayComparisons, replayCosts } from "./replay-comparisons.ts";

const why = whyNoDockerd();
let open: PrivateDockerd;
beforeAll(async () => {
  if (why === null || isRequired("docker")) open = await openPrivateDockerd();
});
afterAll(async () => {
  if (why === null) await open.close();
});

/** The app's parts on the real daemon and the real host. */
function realStage({ engine, image, directory }: PrivateDockerd) {
  const processes = openProcessTable({ addonPaths: addonPaths(process.platform) }, { clock: systemClock });
  const inside = insideReader(process.platform);
  const parts = { engines: [engine], processes, inside, clock: systemClock };
  const fleet = new Fleet({ ...parts, windows: false, demo: { ref: image, ensure: async () => {} } });
  const machine = openMachine("linux", processes).current;
  const info = () => hostInfo(processes, { appVersion: "0.0.0", demo: { image, command: [] }, machine });
  const shown = openStage({
    ...{ ...parts, fleet, info, comparisons: replayComparisons(), costs: replayCosts(), appVersion: "0.0.0" },
    folder: `${directory}/recordings`,
  });
  const close = async () => {
    await shown.close();
    await fleet[Symbol.asyncDispose]();
    await processes[Symbol.asyncDispose]();
  };
  return { ...shown, fleet, processes, close };
}

/** The first item of a collection that fits. */
function whenSeen<T>(source: LiveSource<T>, fits: (item: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const items = new Map<string, T>();
    const look = () => {
      const found = [...items.values()].find(fits);
      if (found === undefined) return;
      queueMicrotask(() => stop());
      resolve(found);
    };
    const stop = source.subscribe({ ...mirrorInto(items, look), fail: reject });
  });
}

const proven = ({ links, containerKernel }: Scope) =>
  containerKernel !== null && links.some(({ certainty }) => certainty === "proven");

/** What does not move while a container sleeps. */
const still = ({ isolation, mainPid, links, kernels, kernelEvidence, inside, related }: Scope) => ({
  ...{ isolation, mainPid, links, kernels, kernelEvidence },
  inside: inside.map(({ pid, hostPid, name, command }) => ({ pid, hostPid, name, command })),
  related: related.map(({ pid, start, name, command, nsPids }) => ({ pid, start, name, command, nsPids })),
});

test("a recorded dockerd replays to what it showed at the end, with its launch to play", async (context) => {
  if (why !== null && !isRequired("docker")) return context.skip(why);
  const { engine, image } = open;
  const { recorder, sessions, stage, close } = realStage(open);
  const sleep = launchSpec({ image, isolation: "process", command: ["sleep", "1000"] });
  const before = await engine.launch(sleep, quietWork());
  await recorder.start({ title: "A real one", output: false });
  const launched = await engine.launch(sleep, quietWork());
  const seen = new Map<string, Scope>();
  for (const id of [before, launched])
    seen.set(id, await whenSeen(stage.act.fleet.scope(`docker/${id}`), proven));
  const state = await recorder.stop();
  expect(state).toMatchObject({ state: "ready", gaps: [] });
  const file: Buffer[] = [];
  for await (const chunk of recorder.ready.chunks())
    if (chunk.kind === "bytes") file.push(Buffer.from(chunk.base64, "base64"));
  for (const id of [before, launched]) await engine.control(id, "remove");

  const { durationMs } = await readRecording(
    (async function* () {
      yield* file;
    })(),
  );
  await sessions.open(
    (async function* () {
      yield* file;
    })(),
    { origin: "file" },
  );
  sessions.control({ action: "seek", positionMs: durationMs });
  for (const [id, scope] of seen) {
    const replayed = await whenSeen(stage.act.fleet.scope(`docker/${id}`), proven);
    expect(still(replayed)).toEqual(still(scope));
  }
  sessions.control({ action: "seek", positionMs: 0 });
  await expect(whenSeen(stage.act.fleet.containers, () => true)).resolves.toMatchObject({ id: before });
  stage.act.fleet.launch({
    ...{ image, command: ["sleep", "1000"], isolation: "process", interactive: false, env: {}, holes: [] },
  });
  const played = await whenSeen(stage.act.fleet.scope(`docker/${launched}`), proven);
  expect(played.links).toEqual(seen.get(launched)?.links);
  await close();
}, 120_000);
