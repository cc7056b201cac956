import { describe, expect, it } from "vitest";
import type { DockerEndpoint } from "./endpoint.ts";
import { factsFrom, type HostFacts } from "./facts.ts";
import { InfoAnswer } from "./parse.ts";

const PIPE: DockerEndpoint = { kind: "socket", path: "//./pipe/docker_engine" };
const SERVER = "Microsoft Windows Server Version 21H2 (OS Build 20348.2113)";
const here: HostFacts = { platform: "win32", kernelRelease: "10.0.20348" };

const told = (info: object, endpoint: DockerEndpoint = PIPE, host = here) =>
  factsFrom({
    apiVersion: "1.47",
    version: "27.3.1",
    info: InfoAnswer.parse({ OSType: "windows", OSVersion: "10.0.20348", OperatingSystem: SERVER, ...info }),
    podman: false,
    names: ["nat", "none"],
    host,
    endpoint,
    portBridge: null,
  });

describe("the default isolation of a Windows daemon", () => {
  it.each([
    ["hyperv", SERVER, "hyperv"],
    ["process", "Microsoft Windows Version 23H2 (OS Build 22631.4317)", "process"],
    ["", SERVER, "process"],
    ["default", "Microsoft Windows Version 23H2 (OS Build 22631.4317)", "hyperv"],
    ["", "", null],
  ])("is told by the daemon, else by the edition: %j on %j", (Isolation, OperatingSystem, expected) => {
    expect(told({ Isolation, OperatingSystem }).defaultIsolation).toBe(expected);
  });

  it("is none on Linux, whatever the field says", () => {
    expect(told({ OSType: "linux", Isolation: "hyperv" }).defaultIsolation).toBeNull();
  });
});

describe("whether a Windows daemon's PIDs are this host's", () => {
  it.each<[string, DockerEndpoint, HostFacts, boolean]>([
    ["this host's pipe", PIPE, here, true],
    ["the loopback", { kind: "tcp", host: "127.0.0.1", port: 2375 }, here, true],
    ["another machine of the same build", { kind: "tcp", host: "10.0.0.5", port: 2375 }, here, false],
    ["another build", PIPE, { platform: "win32", kernelRelease: "10.0.26100" }, false],
    ["Linux", PIPE, { platform: "linux", kernelRelease: "10.0.20348" }, false],
  ])("over %s", (_where, endpoint, host, expected) => {
    expect(told({}, endpoint, host).sharesHost).toBe(expected);
  });
});

it("asks for no network where Windows has its own", () => {
  expect(told({}).hasDefaultNetwork).toBe(true);
  expect(told({ OSType: "linux" }).hasDefaultNetwork).toBe(false);
});
