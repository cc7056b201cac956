import { expect, test } from "vitest";
import { usageOf } from "../../e2e/fixtures/fixture-rows.ts";
import { pageAttention } from "./attention.ts";
import { backoffDelay } from "./backoff.ts";
import { FakeTimer } from "./fake-timer.ts";
import { SAMPLES, trackUsage, type UsageTrack } from "./usage-track.ts";

test("back-off is jittered between half and all of the wait", () => {
  expect(backoffDelay(0, () => 0)).toBe(125);
  expect(backoffDelay(0, () => 1)).toBe(250);
  expect(backoffDelay(1_000, () => 1)).toBe(5_000);
});

test("a hidden page is still attended for a while, a shown one at once", () => {
  const timer = new FakeTimer();
  let look = () => {};
  const page = {
    hidden: false,
    addEventListener: (_type: string, listener: () => void) => {
      look = listener;
    },
  };
  const attention = pageAttention(page as unknown as Document, timer);
  const heard: boolean[] = [];
  attention.onChange((present) => heard.push(present));
  page.hidden = true;
  look();
  timer.advance(2_900);
  page.hidden = false;
  look();
  timer.advance(60_000);
  expect(heard).toEqual([]);
  page.hidden = true;
  look();
  timer.advance(3_000);
  page.hidden = false;
  look();
  expect(heard).toEqual([false, true]);
});

test("usage keeps the last samples, counts a sample once and leaves no point for what is unknown", () => {
  let track: UsageTrack | undefined;
  for (let i = 0; i < SAMPLES + 5; i++) track = trackUsage(track, { ...usageOf("a/b", i, 1), sampledAt: i });
  expect(track?.cpu).toHaveLength(SAMPLES);
  expect(track?.cpu.at(-1)).toBe(SAMPLES + 4);
  const again = trackUsage(track, { ...usageOf("a/b", 99, 1), sampledAt: SAMPLES + 4 });
  expect(again.cpu).toEqual(track?.cpu);
  const unknown = trackUsage(track, { ...usageOf("a/b", 0, 1), cpuPercent: null, sampledAt: 1_000 });
  expect(unknown.cpu).toEqual(track?.cpu);
});
