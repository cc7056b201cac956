import { expect, test } from "vitest";
import { ManualClock } from "../manual-clock.ts";
import { Player } from "./player.ts";

function playing(durationMs = 1_000, nextAt: () => number | null = () => null) {
  const clock = new ManualClock();
  const steps: boolean[] = [];
  const player = new Player({ clock, durationMs, nextAt, onStep: (jumped) => steps.push(jumped) });
  return { clock, steps, player };
}

test("it moves with the clock at its speed, and stops at the end", async () => {
  const { clock, player } = playing();
  expect(player.position).toBe(0);
  player.play();
  await clock.advance(300);
  expect(player.position).toBe(300);
  player.speedUp(2);
  await clock.advance(100);
  expect(player.position).toBe(500);
  await clock.advance(1_000);
  expect(player).toMatchObject({ position: 1_000, playing: false, speed: 2 });
  expect(clock.waiting).toBe(0);
});

test("paused it stays, and playing at the end begins anew, which is a jump", async () => {
  const { clock, player, steps } = playing();
  player.play();
  await clock.advance(200);
  player.pause();
  await clock.advance(5_000);
  expect(player.position).toBe(200);
  player.seek(9_999);
  expect(player).toMatchObject({ position: 1_000, playing: false });
  steps.length = 0;
  player.play();
  expect(steps).toEqual([true]);
  expect(player).toMatchObject({ position: 0, playing: true });
  player.close();
  expect(clock.waiting).toBe(0);
});

test("a step comes when something happens, and often enough to show the position", async () => {
  const { clock, player, steps } = playing(1_000, () => (player.position < 40 ? 40 : null));
  player.play();
  await clock.advance(40);
  expect(steps).toHaveLength(2);
  await clock.advance(500);
  expect(steps).toHaveLength(4);
  player.seek(100);
  expect(player).toMatchObject({ position: 100, playing: true });
  expect(steps.at(-1)).toBe(true);
  player.close();
});

test("a clock that is put back does not take it back", () => {
  let now = 1_000;
  const clock = { now: () => now, after: () => () => {} };
  const player = new Player({ clock, durationMs: 1_000, nextAt: () => null, onStep: () => {} });
  player.seek(500);
  player.play();
  now = 0;
  expect(player.position).toBe(500);
});
