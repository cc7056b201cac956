import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finishedComparison } from "../../../e2e/fixtures/compare-rows.ts";
import { host } from "../../../e2e/fixtures/fixture-rows.ts";
import type { CompareRun } from "../../contract/compare.ts";
import { wordsOf } from "../words.ts";
import { axisEnd, axisTicks } from "./axis.ts";
import { laneLayout, runEnd } from "./lane-layout.ts";

const words = wordsOf(host);
const [base] = finishedComparison.runs;
const CHARACTER_PX = 6;

/** Runs with phases that follow one another and marks anywhere among them. */
const anyRun = fc
  .record({
    lengths: fc.array(fc.nat(5_000), { minLength: 1, maxLength: 6 }),
    names: fc.array(fc.constantFrom("Creating the container", "Booting the micro-VM", "A phase"), {
      minLength: 6,
      maxLength: 6,
    }),
    first: fc.option(fc.nat(20_000)),
    sight: fc.option(fc.nat(20_000)),
  })
  .map(({ lengths, names, first, sight }): CompareRun => {
    if (!base) throw new Error("the fixture has no run");
    let at = 0;
    const phases = lengths.map((length, index) => {
      const fromMs = at;
      at += length;
      return { name: names[index] ?? "A phase", fromMs, toMs: at };
    });
    return {
      ...base,
      phases,
      firstProcess: first === null ? null : { ms: first, resolutionMs: 10, source: "host-stamp" },
      hostSight: sight === null ? null : { ms: sight, resolutionMs: 5, pid: 7, name: "qemu", role: "worker" },
    };
  });

const widths = fc.integer({ min: 300, max: 1_600 });

describe("a lane drawn to scale", () => {
  test("nothing leaves the track, and phases follow one another", () => {
    fc.assert(
      fc.property(anyRun, widths, (run, width) => {
        const endMs = axisEnd(runEnd(run, 0));
        const { segments, marks } = laneLayout(run, 0, { endMs, width }, words);
        for (const { x, width: length } of segments) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + length).toBeLessThanOrEqual(width + 1);
        }
        for (const { x } of marks) expect(x).toBeLessThanOrEqual(width);
        for (const [at, { x }] of segments.entries())
          if (at > 0) expect(x).toBeGreaterThanOrEqual(segments[at - 1]?.x ?? 0);
      }),
    );
  });

  test("no name of a phase is crossed by a mark, leaves its phase or meets another", () => {
    fc.assert(
      fc.property(anyRun, widths, (run, width) => {
        const { segments, marks } = laneLayout(run, 0, { endMs: axisEnd(runEnd(run, 0)), width }, words);
        for (const { x, width: length, label, labelX } of segments.filter((one) => one.label !== "")) {
          const end = labelX + label.length * CHARACTER_PX;
          expect(labelX).toBeGreaterThanOrEqual(x);
          expect(end).toBeLessThanOrEqual(x + length);
          for (const mark of marks) expect(mark.x > labelX && mark.x < end).toBe(false);
        }
      }),
    );
  });

  test("the two labels have a line each and end on the track where they fit at all", () => {
    fc.assert(
      fc.property(anyRun, widths, (run, width) => {
        const { marks } = laneLayout(run, 0, { endMs: axisEnd(runEnd(run, 0)), width }, words);
        expect(new Set(marks.map(({ kind }) => kind)).size).toBe(marks.length);
        for (const { label, labelX } of marks) {
          expect(labelX).toBeGreaterThanOrEqual(0);
          const needed = label.length * CHARACTER_PX;
          if (needed <= width) expect(labelX + needed).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  test("a phase that goes on ends where time has got to", () => {
    if (!base) throw new Error("the fixture has no run");
    const run: CompareRun = { ...base, phases: [{ name: "A phase", fromMs: 100, toMs: null }] };
    const { segments } = laneLayout(run, 600, { endMs: 1_000, width: 1_000 }, words);
    expect(segments).toMatchObject([{ x: 100, width: 500, open: true }]);
  });
});

describe("the axis", () => {
  test("leaves room behind the last moment and grows in steps", () => {
    fc.assert(
      fc.property(fc.nat(3_600_000), (ms) => {
        expect(axisEnd(ms)).toBeGreaterThan(ms);
        expect(axisTicks(axisEnd(ms)).length).toBeLessThanOrEqual(9);
        expect(axisTicks(axisEnd(ms)).length).toBeGreaterThanOrEqual(2);
      }),
    );
    expect(axisEnd(4_310)).toBe(5_000);
    expect(axisTicks(5_000)).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
  });
});
