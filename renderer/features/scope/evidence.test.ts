import { expect, test } from "vitest";
import type { Scenario } from "../../../e2e/fixtures/fixture-host.ts";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { windowsScene } from "../../../e2e/fixtures/windows-scene.ts";
import { wordsOf } from "../../app/words.ts";
import { evidenceText } from "./evidence.ts";
import { findProcess } from "./find.ts";

function textOf(scenario: Scenario, key: string, query: string, processes = scenario.processes): string {
  const scope = scenario.scopes.find((one) => one.key === key);
  const container = scenario.containers.find((one) => one.key === key);
  if (!scope || !container) throw new Error(`no ${key} in the scene`);
  const cli = key.startsWith("docker/") ? "docker" : null;
  return evidenceText({
    ...{ container, scope, words: wordsOf(scenario.host) },
    found: findProcess(query, scope, processes),
    commands: { platform: scenario.host.platform, cli, name: container.name },
  });
}

test("a shared process: what was found, the clock time, and the commands that print it", () => {
  const text = textOf(scene, "docker/ping-shared", "ping");
  expect(text).toContain("Same process: PID 7 inside → PID 48213 on host");
  expect(text).toMatch(/NSpid 48213 7\. Start time \d\d:\d\d:51\.000 matches too/);
  expect(text).toContain("docker top ping-shared");
  expect(text).toContain("grep NSpid /proc/48213/status\n      prints NSpid: 48213 7,");
  expect(text).toContain("ps -p 48213 -o pid,ppid,user,pcpu,rss,args");
  expect(text).toContain("cut -d' ' -f20\n      prints 48213, ticks");
  expect(text).toContain("docker exec ping-shared sh -c 'uname -r; cat /proc/sys/kernel/random/boot_id'");
});

test("another row that was found is the one that is checked", () => {
  expect(textOf(scene, "docker/ping-shared", "sleep")).toContain("grep NSpid /proc/48221/status");
});

test("a micro-VM: the name finds nothing, the worker is one row; no docker command that would not work", () => {
  const alone = scene.processes.filter(({ name }) => name !== "ping");
  const text = textOf(scene, "microvm/ping-micro", "ping", alone);
  expect(text).toContain("ps -C ping -o pid,ppid,user,pcpu,rss,args\n      finds nothing");
  expect(text).toContain("ps -p 48391 -o");
  expect(text).not.toContain("docker");
  expect(textOf(scene, "microvm/ping-micro", "ping")).toContain("finds 48213, which runs outside this VM");
});

test("on Windows the commands are PowerShell's", () => {
  const text = textOf(windowsScene, "docker/ping-process", "ping");
  expect(text).toContain("Get-Process -Id 3964");
  expect(text).toMatch(/StartTime\.ToString\('HH:mm:ss\.fff'\)\n {6}\d\d:\d\d:51\.000/);
  expect(text).not.toContain("/proc/");
  expect(textOf(windowsScene, "docker/ping-hyperv", "ping")).toContain("-Filter 'ProcessId=2376'");
});
