import fc from "fast-check";
import { expect, test } from "vitest";
import type { PaletteEntry } from "./entry.ts";
import { GROUPS, rank, score } from "./rank.ts";

const entry = (label: string, change: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  group: "actions",
  icon: <i />,
  label,
  run: () => {},
  ...change,
});

test("a whole word beats a beginning, that beats a part, and every word must be somewhere", () => {
  const whole = score(entry("Stop web"), ["web"]);
  const beginning = score(entry("Stop web-front"), ["web"]);
  const part = score(entry("Stop it", { detail: "in myweb" }), ["web"]);
  expect(whole).toBeGreaterThan(beginning);
  expect(beginning).toBeGreaterThan(part);
  expect(part).toBeGreaterThan(0);
  expect(score(entry("Stop web"), ["stop", "api"])).toBe(0);
});

test("a typed PID finds its process first", () => {
  const pids = ["3964", "39640", "13964"].map((text) =>
    entry(`ping ${text.length}`, { id: text, group: "processes", chip: { text, isolation: null } }),
  );
  expect(rank(pids.toReversed(), "3964").map(({ id }) => id)).toEqual(["3964", "39640", "13964"]);
});

test("groups keep their order, and equal entries the one they came in, whatever is typed", () => {
  const entries = fc.array(
    fc.record({
      label: fc.constantFrom("Launch", "Stop web", "Host", "ping"),
      group: fc.constantFrom(...GROUPS),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(entries, fc.constantFrom("", "web", "st", "p"), (made, text) => {
      const all = made.map(({ label, group }, i) => entry(label, { id: String(i), group }));
      const found = rank(all, text);
      const places = found.map(({ group }) => GROUPS.indexOf(group));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const [i, one] of found.entries()) {
        const next = found[i + 1];
        if (next && next.group === one.group && next.label === one.label)
          expect(Number(next.id)).toBeGreaterThan(Number(one.id));
      }
    }),
  );
});
