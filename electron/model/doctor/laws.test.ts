import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Finding } from "../../contract/doctor.ts";
import { checksFor } from "./checks.ts";
import type { FactName } from "./facts.ts";
import { anyFacts } from "./fixtures/any-facts.ts";
import { learn } from "./fixtures/host-facts.ts";
import { FINE, type Platform } from "./fixtures/verdicts.ts";

const WHY = "Nobody told.";

describe.each<Platform>(["linux", "win32"])("whatever is read on %s", (platform) => {
  const checks = checksFor(platform);

  it("each check explains what it found, and what is wrong has a fix or a reason for none", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { find, id, why } of checks) {
          const { state, found, fixes, noFix } = find(facts);
          expect(found.trim(), id).not.toBe("");
          expect(why.trim(), id).not.toBe("");
          if (state === "problem" || state === "warning") expect(fixes.length > 0 || noFix, id).toBeTruthy();
          if (state === "ok" || state === "not-applicable") expect(fixes, id).toEqual([]);
          expect(new Set(fixes.map((fix) => fix.id)).size, id).toBe(fixes.length);
        }
      }),
    );
  });

  it("a finding is one by the contract", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { find, reads: _reads, ...title } of checks) {
          const finding = { ...title, ...find(facts), checkedAt: 1, checking: false, run: null };
          expect(Finding.safeParse(finding).error?.message, title.id).toBeUndefined();
        }
      }),
    );
  });

  it("what could not be read makes the checks that need it unknown, with why", () => {
    const names = new Set(checks.flatMap(({ reads }) => reads));
    const unread = Object.fromEntries([...names].map((name: FactName) => [name, WHY]));
    for (const { find, id } of checks)
      expect(find(learn({}, unread)), id).toMatchObject({
        state: "unknown",
        found: expect.stringContaining(WHY),
      });
  });

  it("a fine host has nothing wrong", () => {
    const facts = learn(FINE[platform]);
    const wrong = checks.filter(({ find }) => !["ok", "not-applicable"].includes(find(facts).state));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("names are unique", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });
});
