import fc from "fast-check";
import { expect, test } from "vitest";
import { FakeTimer } from "../engine/fake-timer.ts";
import { Announcer } from "./announcer.ts";

function setUp() {
  const timer = new FakeTimer();
  const said: { readonly at: number; readonly text: string; readonly alert: boolean }[] = [];
  const announcer = new Announcer((text, { alert }) => said.push({ at: timer.now(), text, alert }), timer);
  return { timer, said, announcer };
}

test("the first is said at once, what follows waits and is said together", () => {
  const { timer, said, announcer } = setUp();
  announcer.announce("Found");
  announcer.announce("Docker is back.");
  announcer.announce("Launch failed.", { alert: true });
  announcer.announce("Launch failed.");
  expect(said).toEqual([{ at: 0, text: "Found", alert: false }]);
  timer.advance(2_000);
  expect(said[1]).toEqual({ at: 2_000, text: "Docker is back. Launch failed.", alert: true });
  timer.advance(10_000);
  expect(said).toHaveLength(2);
});

test("whenever things happen, two announcements are never less than two seconds apart and none is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { maxLength: 30 }), (gaps) => {
      const { timer, said, announcer } = setUp();
      gaps.forEach((gap, i) => {
        timer.advance(gap);
        announcer.announce(`event ${i};`);
      });
      timer.advance(2_000);
      for (const [i, one] of said.entries()) {
        const before = said[i - 1];
        if (before) expect(one.at - before.at).toBeGreaterThanOrEqual(2_000);
      }
      const all = said.map(({ text }) => text).join(" ");
      expect(all).toBe(gaps.map((_, i) => `event ${i};`).join(" "));
    }),
  );
});

test("after closing nothing is said", () => {
  const { timer, said, announcer } = setUp();
  announcer.announce("one");
  announcer.announce("two");
  announcer.close();
  timer.advance(5_000);
  expect(said).toHaveLength(1);
});
