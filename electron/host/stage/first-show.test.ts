import { expect, test } from "vitest";
import type { EngineStatus } from "../../contract/engine.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { firstShow } from "./first-show.ts";
import { StageBench } from "./fixtures/stage-bench.ts";
import { seedHeader } from "./seed/seed-header.ts";

const fail = (thrown: unknown) => {
  throw thrown;
};

function begin() {
  const engines = new LiveStore<EngineStatus>();
  const shown: string[] = [];
  const sessions = {
    replaying: false,
    openBuiltIn: async (by: string) => {
      shown.push(by);
      sessions.replaying = true;
    },
    control: ({ action }: { readonly action: string }) => void shown.push(action),
  };
  const set = (id: string, state: EngineStatus["state"]) => {
    const [one] = seedHeader.engines;
    if (!one) throw new Error("the seed has no engine");
    engines.update([[id, { ...one.status, id, state }]]);
  };
  return { engines, sessions, shown, set, settled: () => Promise.resolve().then(() => shown) };
}

test("plays once every engine has said that it cannot be used, and only once", async () => {
  const { engines, sessions, set, settled } = begin();
  set("docker", "connecting");
  set("microvm", "connecting");
  firstShow(sessions, engines, fail);
  set("microvm", "failed");
  expect(await settled()).toEqual([]);
  set("docker", "failed");
  expect(await settled()).toEqual(["start", "play"]);
  set("docker", "failed");
  expect(await settled()).toEqual(["start", "play"]);
});

test("an engine that was there and went is no first show", async () => {
  const { engines, sessions, set, settled } = begin();
  set("docker", "live");
  firstShow(sessions, engines, fail);
  set("docker", "failed");
  expect(await settled()).toEqual([]);
});

test("what a person has opened before stays", async () => {
  const { engines, sessions, set, settled } = begin();
  firstShow({ ...sessions, replaying: true }, engines, fail);
  set("docker", "failed");
  expect(await settled()).toEqual([]);
});

test("before any engine is known nothing is decided, and it can be ended", async () => {
  const { engines, sessions, set, settled } = begin();
  const end = firstShow(sessions, engines, fail);
  expect(await settled()).toEqual([]);
  end();
  set("docker", "failed");
  expect(await settled()).toEqual([]);
});

test("on the real stage the built-in recording plays, and says that nobody asked", async () => {
  const bench = new StageBench();
  await bench.sessions.openBuiltIn("start");
  bench.sessions.control({ action: "play" });
  const { items } = bench.follow("session.watch", {});
  await bench.clock.advance(0);
  expect(items.get("session")).toMatchObject({ origin: "built-in", openedBy: "start", playing: true });
});
