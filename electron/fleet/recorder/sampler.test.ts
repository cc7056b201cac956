import { expect, test } from "vitest";
import { ManualClock } from "../../engine/manual-clock.ts";
import { engineContainer, FakeEngine } from "../fixtures/fake-engine.ts";
import { Sampler } from "./sampler.ts";
import { Tape } from "./tape.ts";

function bench() {
  const clock = new ManualClock();
  const lines: string[] = [];
  const tape = new Tape({ now: () => clock.now() - 1_000_000, write: (line) => lines.push(line) });
  const read: string[] = [];
  const inside = { readings: async () => null, kernel: async () => null };
  const sampler = new Sampler({ clock, inside, tape, onRead: (key) => read.push(key) });
  return { clock, lines, read, sampler, docker: new FakeEngine("docker", "process") };
}

test("what runs is read every two seconds, a few at a time, and put down only when it is another", async () => {
  const { clock, lines, read, sampler, docker } = bench();
  let [reading, most] = [0, 0];
  docker.processes = async () => {
    reading += 1;
    most = Math.max(most, reading);
    await new Promise((resolve) => clock.after(10, () => resolve(null)));
    reading -= 1;
    return { rows: [], source: "fixture top", at: 0 };
  };
  for (let i = 0; i < 20; i++) sampler.seen(docker, engineContainer({ id: `c${i}` }));
  await clock.advance(1_000);
  expect(most).toBe(4);
  expect(read).toHaveLength(20);
  expect(lines).toHaveLength(20);
  await clock.advance(2_000);
  expect(read).toHaveLength(40);
  expect(lines).toHaveLength(20);
  sampler.close();
  expect(clock.waiting).toBe(0);
});

test("what has ended or gone is not read, and a change is read at once", async () => {
  const { clock, read, sampler, docker } = bench();
  sampler.seen(docker, engineContainer({ id: "a" }));
  sampler.seen(docker, engineContainer({ id: "b" }));
  await clock.advance(100);
  sampler.seen(docker, engineContainer({ id: "a", state: "exited" }));
  sampler.gone("docker/b");
  await clock.advance(10_000);
  expect(read).toEqual(["docker/a", "docker/b"]);
  sampler.seen(docker, engineContainer({ id: "a" }));
  await clock.advance(0);
  expect(read).toHaveLength(3);
  await sampler.finish();
  expect(read).toHaveLength(4);
  expect(clock.waiting).toBe(0);
});

test("an engine that fails is told once, and does not end the reading", async () => {
  const { clock, lines, sampler, docker } = bench();
  docker.processes = () => Promise.reject(new Error("no answer"));
  docker.counting = () => Promise.reject(new Error("no answer"));
  sampler.seen(docker, engineContainer({ id: "a" }));
  await clock.advance(5_000);
  const [first, second] = lines;
  expect(JSON.parse(first ?? "")).toMatchObject({ inside: { error: { code: "internal" } } });
  expect(second).toBeUndefined();
  sampler.close();
});
