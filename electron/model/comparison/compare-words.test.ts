import { expect, test } from "vitest";
import { host } from "../../../e2e/fixtures/fixture-rows.ts";
import { windowsScene } from "../../../e2e/fixtures/windows-scene.ts";
import { wordsOf } from "../words.ts";
import {
  costSentence,
  gainSentence,
  rangeText,
  secondsText,
  signedBytes,
  signedSeconds,
} from "./compare-words.ts";

const linux = wordsOf(host);
const windows = wordsOf(windowsScene.host);

test.each([
  [{ ms: 3_240, bytes: 330e6 }, "took 3.24 s longer and 330 MB more."],
  [{ ms: -120, bytes: 330e6 }, "took 0.12 s less and 330 MB more."],
  [{ ms: 3_240, bytes: -12e6 }, "took 3.24 s longer and 12.0 MB less."],
  [{ ms: 2, bytes: 0 }, "took as long and as much memory."],
  [{ ms: 3_240, bytes: null }, "took 3.24 s longer; its memory cost is not known."],
  [{ ms: null, bytes: 330e6 }, "took 330 MB more; its time is not known."],
])("the cost %o is said the right way round", (cost, said) => {
  expect(costSentence(cost, windows)).toBe(`Hyper-V isolation ${said}`);
  expect(costSentence(cost, linux)).toBe(`Micro-VM isolation ${said}`);
});

test("of nothing known nothing is said", () => {
  expect(costSentence({ ms: null, bytes: null }, linux)).toBeNull();
});

test("what it bought names the one process where there is only one", () => {
  expect(gainSentence(15, "ping", "vmwp")).toBe("In return the host sees one worker process instead of 15.");
  expect(gainSentence(1, "ping", "vmwp")).toBe("In return the host sees vmwp and not ping.");
});

test("differences carry their sign", () => {
  expect([signedSeconds(3_240), signedSeconds(-1_000)]).toEqual(["+3.24 s", "−1.00 s"]);
  expect([signedBytes(5e6), signedBytes(-5e6)]).toEqual(["+5.0 MB", "−5.0 MB"]);
});

test("a range is told only where there is one", () => {
  expect(rangeText({ median: 1, min: 1_000, max: 1_500, count: 5 }, secondsText)).toBe(
    "1.00 s to 1.50 s, 5 runs",
  );
  expect(rangeText({ median: 1, min: 1_000, max: 1_001, count: 5 }, secondsText)).toBe("5 runs");
});
