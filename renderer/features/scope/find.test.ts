import fc from "fast-check";
import { expect, test } from "vitest";
import { hostRow, insideRow } from "../../../e2e/fixtures/fixture-rows.ts";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import { findProcess } from "./find.ts";
import { findText, plainText } from "./find-text.ts";

const [shared, micro] = scene.scopes as [Scope, Scope];
const words = (query: string, scope: Scope, host = scene.processes) =>
  plainText(findText(findProcess(query, scope, host).result, "PID"));

test("a proven link is the same process, under any spelling of the name and by either PID", () => {
  for (const query of ["ping", "PING", "ping.exe", "7", "48213", " ping "]) {
    expect(words(query, shared)).toBe("Same process: PID 7 inside → PID 48213 on host");
  }
});

test("equal numbers are joined by an equals sign", () => {
  const [link] = shared.links;
  expect(link).toBeDefined();
  const links = link ? [{ ...link, insidePid: 7, hostPid: 7 }] : [];
  expect(words("ping", { ...shared, links })).toBe("Same process: PID 7 inside = PID 7 on host");
});

test("without the start time it is likely, not proven", () => {
  const links = shared.links.map((link) => ({ ...link, certainty: "likely" as const }));
  const text = words("ping", { ...shared, links });
  expect(text).toContain("likely, not proven");
  expect(text).not.toContain("Same process");
});

test("under VM isolation the host has no such process, only the worker", () => {
  const host = scene.processes.filter(({ name }) => name !== "ping");
  expect(words("ping", micro, host)).toBe(
    'Cannot find a process with the name "ping" on the host. What the host sees instead: qemu-system-x86_64, PID 48391',
  );
});

test("a host process of the same name makes the sentence narrower, never untrue", () => {
  expect(words("ping", micro)).toBe(
    'Cannot find a process with the name "ping" on the host for this container. What the host sees instead: qemu-system-x86_64, PID 48391',
  );
  expect(findText(findProcess("ping", micro, scene.processes).result, "PID").evidence).toContain("PID 48213");
});

test("an unlinked namesake under a shared kernel is not this container's", () => {
  const scope = { ...shared, links: [], inside: [insideRow(7, 1, "ping")] };
  expect(words("ping", scope, [hostRow(99, 1, "ping")])).toBe(
    "The host has a ping, PID 99, but it is not this container's: its start time differs.",
  );
});

test("what does not run inside is said so, with the worker named for what it is", () => {
  expect(words("nginx", shared)).toBe('"nginx" is not running in this container.');
  expect(findText(findProcess("qemu", micro, scene.processes).result, "PID").evidence).toBe(
    "The host has qemu-system-x86_64, PID 48391: the worker process of this VM.",
  );
});

test("whatever is typed: 'same process' only with a proven link, and under VM isolation never", () => {
  const query = fc.oneof(fc.string(), fc.constantFrom("ping", "p", "1", "7", "48213", "sh", "worker-3"));
  const certainty = fc.constantFrom("proven" as const, "likely" as const);
  fc.assert(
    fc.property(query, certainty, fc.boolean(), (typed, sure, linked) => {
      const links = linked ? shared.links.map((link) => ({ ...link, certainty: sure })) : [];
      const text = words(typed, { ...shared, links });
      if (text.includes("Same process")) expect(linked && sure === "proven").toBe(true);
      expect(words(typed, micro)).not.toContain("Same process");
    }),
  );
});
