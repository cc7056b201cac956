import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { engineCli, hostCommands } from "./terminal-commands.ts";

const engine = (title: string, endpoint: string) => ({ title, endpoint });

test("an engine's command line names its address where it is not the usual one", () => {
  expect(engineCli(engine("Docker", "unix:///var/run/docker.sock"))).toBe("docker");
  expect(engineCli(engine("Docker", "unix:///tmp/own dir/d.sock"))).toBe(
    "docker -H 'unix:///tmp/own dir/d.sock'",
  );
  expect(engineCli(engine("Podman", "unix:///x/podman.sock"))).toBe("podman --url unix:///x/podman.sock");
});

test("an engine without a command line has none", () => {
  expect(engineCli(engine("QEMU micro-VM", "/usr/bin/qemu-system-x86_64"))).toBeNull();
  expect(engineCli(undefined)).toBeNull();
});

test.skipIf(process.platform !== "linux")(
  "on Linux the commands print what they say of this very process",
  () => {
    const run = (line: string) => execFileSync("sh", ["-c", line], { encoding: "utf8" });
    const { pid } = process;
    expect(run(hostCommands.byPid("linux", pid))).toContain(String(pid));
    expect(run(hostCommands.nsPids(pid))).toMatch(new RegExp(`^NSpid:\\s+${pid}\\b`));
    expect(run(hostCommands.start("linux", pid)).trim()).toMatch(/^\d+$/);
    expect(run(hostCommands.whole("linux", pid))).toContain("node");
    expect(run(hostCommands.kernel("linux")).trim().split("\n")).toHaveLength(2);
  },
);

test("on Windows they are PowerShell's", () => {
  expect(hostCommands.byName("win32", "ping")).toBe("Get-Process -Name ping");
  expect(hostCommands.byPid("win32", 2376)).toBe("Get-Process -Id 2376");
  expect(hostCommands.start("win32", 3964)).toBe("(Get-Process -Id 3964).StartTime.ToString('HH:mm:ss.fff')");
});
