import { expect, test } from "vitest";
import { scene } from "../../../../e2e/fixtures/scenarios.ts";
import type { Scope } from "../../../../electron/contract/scope.ts";
import { linkSummary } from "./link-summary.ts";

const scopeOf = (key: string): Scope => {
  const scope = scene.scopes.find((one) => one.key === key);
  if (!scope) throw new Error(`no scope ${key}`);
  return scope;
};
const shared = scopeOf("docker/ping-shared");
const micro = scopeOf("microvm/ping-micro");

test("counts the processes that are host processes, and whether the numbers are the same", () => {
  expect(linkSummary(shared, "PID")).toEqual({
    lead: "3 of 3",
    rest: "container processes are host processes, under another PID",
  });
  const same = shared.links.map((link) => ({ ...link, insidePid: link.hostPid }));
  expect(linkSummary({ ...shared, links: same }, "Id")?.rest).toBe(
    "container processes are host processes with the same PID",
  );
});

test("a link without its start time is said to be likely only", () => {
  const links = shared.links.map(
    (link, i) => ({ ...link, certainty: i === 0 ? "likely" : "proven" }) as const,
  );
  expect(linkSummary({ ...shared, links }, "PID")?.rest).toContain("1 of them likely, not proven");
});

test("behind a VM's wall it says what the host sees instead", () => {
  expect(linkSummary(micro, "PID")).toEqual({
    lead: "None of 10",
    rest: "container processes has a row on the host. The host sees qemu, PID 48391.",
  });
  expect(linkSummary({ ...micro, worker: null }, "PID")?.rest).toBe(
    "container processes has a row on the host.",
  );
});

test("says nothing of what nobody could read", () => {
  const insideError = { code: "conflict", message: "paused" } as const;
  expect(linkSummary({ ...shared, insideError }, "PID")).toBeNull();
  expect(linkSummary({ ...shared, inside: [], links: [] }, "PID")).toBeNull();
});
