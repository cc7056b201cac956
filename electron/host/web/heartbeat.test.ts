import { expect, test } from "vitest";
import type { Clock } from "../../engine/engine.ts";
import { HEARTBEAT_MS, keepAlive } from "./heartbeat.ts";

function setUp() {
  const timers = new Set<{ readonly ms: number; readonly run: () => void }>();
  const clock: Clock = {
    now: () => 0,
    after: (ms, run) => {
      const timer = { ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  let pong = () => {};
  const seen: string[] = [];
  const heart = {
    ping: () => seen.push("ping"),
    terminate: () => seen.push("terminate"),
    on: (_event: "pong", listener: () => void) => {
      pong = listener;
    },
  };
  const beat = () => {
    const [timer] = timers;
    if (!timer) return;
    timers.delete(timer);
    timer.run();
  };
  return { stop: keepAlive(heart, clock), timers, seen, beat, pong: () => pong() };
}

test("an answering peer is asked again and again", () => {
  const { seen, beat, pong, timers } = setUp();
  for (let beats = 0; beats < 3; beats += 1) {
    beat();
    pong();
  }
  expect(seen).toEqual(["ping", "ping", "ping"]);
  expect([...timers].map(({ ms }) => ms)).toEqual([HEARTBEAT_MS]);
});

test("a peer that leaves a beat unanswered is cut off and asked no more", () => {
  const { seen, beat, timers } = setUp();
  beat();
  beat();
  expect(seen).toEqual(["ping", "terminate"]);
  expect(timers.size).toBe(0);
});

test("stopping leaves no timer", () => {
  const { stop, beat, pong, timers } = setUp();
  beat();
  pong();
  stop();
  expect(timers.size).toBe(0);
});
