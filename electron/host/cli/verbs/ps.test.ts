import { expect, test } from "vitest";
import { fixtureHost, type Scenario } from "../../../../e2e/fixtures/fixture-host.ts";
import { scenarios } from "../../../../e2e/fixtures/scenarios.ts";
import { FakeTerminal } from "../fixtures/fake-terminal.ts";
import { runFixture } from "../fixtures/run-fixture.ts";
import { ps } from "./ps.ts";

const named = (name: string): Scenario => scenarios[name] ?? expect.fail(`no scenario ${name}`);
const run = (scenario: string, ...argv: readonly string[]) =>
  runFixture(fixtureHost(named(scenario)).handlers, ["ps", ...argv]);

/** The table without the times, which go by. */
const timeless = (text: string) => text.replaceAll(/ (\d+ (d|h|min|s)\b ?)+/g, " … ");

test("lists what runs with what the host shows of it", async () => {
  const { code, out, err } = await run("scene", "--engine", "microvm");
  expect([code, err]).toEqual([0, ""]);
  expect(timeless(out)).toMatchInlineSnapshot(`
    "NAME           ISOLATION  STATE                HOST PID  THE HOST SHOWS                 IMAGE            ENGINE   ID
    ping-micro     Micro-VM   running …     48391  its worker qemu-system-x86_64  isoscope/demo:1  microvm  ping-micro
    ci-build-7     Micro-VM   running …      6704  its worker qemu-system-x86_64  debian:12        microvm  ci-build-7
    pr-4127-smoke  Micro-VM   starting                 8816  its worker qemu-system-x86_64  isoscope/demo:1  microvm  pr-4127-smoke
    "
  `);
});

test("with -a also what has ended, and how", async () => {
  const { out } = await run("scene", "-a");
  expect(out).toMatch(/^batch-0412 +Shared kernel +exited \(137\)/m);
  expect((await run("scene")).out).not.toContain("batch-0412");
});

test("--json is one document of that shape", async () => {
  const { code, out } = await run("scene", "--json", "-a");
  expect([code, out.trimEnd().split("\n").length]).toEqual([0, 1]);
  const parsed = ps.output?.parse(JSON.parse(out));
  expect(parsed).toMatchObject({ engines: [{ id: "docker", state: "live" }, { id: "microvm" }] });
  expect(parsed).toHaveProperty("containers.length", named("scene").containers.length);
});

test("on a terminal no line is longer than it is wide", async () => {
  const terminal = new FakeTerminal({ columns: 110, rows: 30 });
  const { out, err } = await runFixture(fixtureHost(named("scene")).handlers, ["ps"], { terminal });
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(err).toContain("3 more do not run: isoscope ps -a");
});

test("an engine that does not answer is told of, beside the others' containers", async () => {
  const { code, out, err } = await run("unreachable");
  expect(code).toBe(0);
  expect(out).toContain("ping-micro");
  expect(err).toContain(
    "Docker cannot be reached. Docker is not answering. /var/run/docker.sock does not exist",
  );
});

test("an engine that is not there exits 4", async () => {
  const { code, err } = await run("scene", "--engine", "podman");
  expect(code).toBe(4);
  expect(err).toContain('No such engine: podman\n  Fix: "isoscope host" lists them.');
});

test("--watch tells each change as a line of JSON until it is interrupted", async () => {
  const host = fixtureHost(named("scene"));
  const stop = new AbortController();
  const terminal = new FakeTerminal();
  const running = runFixture(host.handlers, ["ps", "--watch", "--json"], { terminal, signal: stop.signal });
  await expect.poll(() => terminal.written.out).toContain("\n");
  const signal = new AbortController().signal;
  await expect
    .poll(async () => {
      await host.handlers["containers.control"](
        { key: "docker/redis-cache", action: "remove" },
        { signal },
      ).catch(() => {});
      return terminal.written.out.trimEnd().split("\n").length;
    })
    .toBe(2);
  stop.abort();
  expect((await running).code).toBe(130);
  const [, change] = terminal.written.out.trimEnd().split("\n");
  expect(ps.output?.parse(JSON.parse(change ?? ""))).toMatchObject({ remove: ["docker/redis-cache"] });
});
