import { expect, test } from "vitest";
import { Attendance } from "./attendance.ts";
import { settled } from "./manual-clock.ts";

test("waits while nobody looks, and no longer than until it is given up", async () => {
  const attendance = new Attendance();
  const abort = new AbortController();
  const heard: string[] = [];
  const wait = async (name: string, signal: AbortSignal) => {
    await attendance.whenPresent(signal);
    heard.push(name);
  };
  const never = new AbortController().signal;
  void wait("there", never);
  await settled();
  attendance.set(false);
  void wait("waits", never);
  void wait("gives up", abort.signal);
  await settled();
  expect(heard).toEqual(["there"]);
  abort.abort();
  await settled();
  expect(heard).toEqual(["there", "gives up"]);
  attendance.set(true);
  await settled();
  expect(heard).toEqual(["there", "gives up", "waits"]);
  expect(attendance.present).toBe(true);
});
