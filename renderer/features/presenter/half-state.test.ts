import { expect, test } from "vitest";
import { container } from "../../../e2e/fixtures/fixture-rows.ts";
import type { Job } from "../../../electron/contract/launch.ts";
import { demoCommand, programOf } from "./demo-command.ts";
import { NOT_RUN } from "./demo-session.ts";
import { halfState } from "./half-state.ts";
import { leftBehind } from "./left-behind.ts";

const one = container("ping", "process", 42);
const containers = new Map([[one.key, one]]);
const job = (change: Partial<Job>): ReadonlyMap<string, Job> =>
  new Map([
    [
      "j",
      {
        ...{ id: "j", kind: "launch", title: "ping", state: "running", phase: "Pulling", progress: null },
        ...{ startedAt: 0, endedAt: null, container: null, error: null },
        ...change,
      },
    ],
  ]);
const half = { ...NOT_RUN, job: "j" };
const none: ReadonlyMap<string, Job> = new Map();

test("from nothing over starting to running, and ended", () => {
  expect(halfState(NOT_RUN, none, containers).kind).toBe("idle");
  expect(halfState(half, job({}), containers)).toEqual({ kind: "starting", phase: "Pulling" });
  expect(halfState(half, job({ state: "done", container: one.key }), containers).kind).toBe("running");
  const exited = new Map([[one.key, { ...one, state: "exited" as const }]]);
  expect(halfState({ ...NOT_RUN, key: one.key }, none, exited).kind).toBe("ended");
});

test("a launch that is over before its row is there is still starting", () => {
  expect(halfState(half, job({ state: "done", container: one.key }), new Map()).kind).toBe("starting");
});

test("a failed launch tells its error, a cancelled one and one nobody knows of are as if never run", () => {
  const error = { code: "image-missing" as const, ref: "x" };
  expect(halfState(half, job({ state: "failed", error }), containers)).toEqual({ kind: "failed", error });
  expect(halfState(half, job({ state: "cancelled" }), containers).kind).toBe("idle");
  expect(halfState(half, none, containers).kind).toBe("idle");
});

test("a container that was removed elsewhere is as if never run", () => {
  expect(halfState({ ...NOT_RUN, key: one.key }, none, new Map()).kind).toBe("idle");
});

test("what runs: what was chosen, else the settings, where empty fields stand for the demo's", () => {
  const host = { demo: { image: "demo:1", command: ["ping"] } };
  const settings = (image: string, command: string) => demoCommand(null, { image, command }, host);
  expect(demoCommand(null, null, host)).toEqual(host.demo);
  expect(settings("nginx", "nginx -g 'daemon off;'").command).toEqual(["nginx", "-g", "daemon off;"]);
  expect(settings("nginx", "")).toEqual({ image: "nginx", command: [] });
  expect(settings("", "sleep 5")).toEqual({ image: "demo:1", command: ["sleep", "5"] });
  expect(programOf({ image: "x/nginx:1", command: [] })).toBe("nginx");
  expect(programOf({ image: "x", command: ["C:\\Windows\\PING.EXE", "-t"] })).toBe("PING");
});

test("left behind is what the demo made and what it is still starting", () => {
  const session = { what: null, process: half, hyperv: NOT_RUN, seen: [], from: null };
  const left = leftBehind({ ...session, made: [one.key, "docker/gone"] }, containers, job({}));
  expect(left.made.map(({ name }) => name)).toEqual(["ping"]);
  expect(left.starting).toEqual(["j"]);
  expect(leftBehind({ ...session, made: [] }, containers, job({ state: "done" })).starting).toEqual([]);
});
