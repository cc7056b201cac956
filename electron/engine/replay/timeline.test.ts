import fc from "fast-check";
import { expect, test } from "vitest";
import { hostProcess } from "../../contract/fixtures/rows.ts";
import { RecordingEvent } from "../../contract/recording.ts";
import { recordedHeader } from "./fixtures/recorded.ts";
import { Timeline } from "./timeline.ts";
import { World } from "./world.ts";

const changing = fc.record({
  pid: fc.integer({ min: 1, max: 6 }),
  what: fc.constantFrom("come", "age", "go"),
  wait: fc.integer({ min: 0, max: 3 }),
  cpuMs: fc.nat(100),
});

function eventOf({ pid, what, cpuMs }: { pid: number; what: string; cpuMs: number }, t: number) {
  const key = `${pid}:100`;
  const change =
    what === "come"
      ? { upsert: [hostProcess({ pid, cpuMs })] }
      : what === "age"
        ? { patch: [[key, { cpuMs }]] }
        : { remove: [key] };
  return RecordingEvent.parse({ t, kind: "processes", ...change });
}

test("a moment is the same world, whatever way one came there", () => {
  const visits = fc.array(fc.nat(4_000), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(changing, { maxLength: 1_300 }), visits, (changes, moments) => {
      let t = 0;
      const events = changes.map((one) => {
        t += one.wait;
        return eventOf(one, t);
      });
      const timeline = new Timeline({ header: recordedHeader, events, gaps: [], durationMs: t });
      for (const moment of moments) {
        timeline.goTo(moment);
        const fresh = World.before(recordedHeader);
        for (const event of events) if (event.t <= moment) fresh.apply(event);
        expect(new Map(timeline.world.processes)).toEqual(new Map(fresh.processes));
        expect(new Map(timeline.at(moment).processes)).toEqual(new Map(fresh.processes));
        expect(timeline.nextAt).toBe(events.find((event) => event.t > moment)?.t ?? null);
      }
    }),
    { numRuns: 40 },
  );
});
