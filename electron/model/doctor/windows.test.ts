import { describe, expect, it } from "vitest";
import type { DoctorFacts } from "./facts.ts";
import { windowsFacts } from "./fixtures/host-facts.ts";
import { type Change, dead, expectRows, socket, verdict } from "./fixtures/verdicts.ts";

const user = { name: "contoso\\o'hara", elevated: false, groups: ["Users"], listed: ["Users"] };
const windowsOf = (change: object): Change => ({
  machine: {
    ...windowsFacts.machine,
    hypervisor: { usable: null, why: "Only a start shows." },
    windows: { ...windowsFacts.machine.windows, ...change },
  },
});
const services = (change: Partial<DoctorFacts["services"]>): Change => ({
  services: { ...windowsFacts.services, ...change },
});
const features = (name: string, state: "disabled" | "absent"): Change => ({
  features: { ...windowsFacts.features, [name]: state },
});
const computer = (change: Partial<DoctorFacts["computer"]>): Change => ({
  ...windowsOf({}),
  computer: { ...windowsFacts.computer, ...change },
});

expectRows("win32", [
  ["the service runs", "docker.service", {}, "ok", "runs"],
  [
    "the service is stopped",
    "docker.service",
    { ...services({ docker: "stopped" }), engines: dead },
    "problem",
    "stopped",
    ["start-docker"],
  ],
  [
    "Docker Desktop does not run",
    "docker.service",
    { ...services({ docker: "absent", "com.docker.service": "stopped" }), engines: dead },
    "problem",
    "Docker Desktop",
    ["start-desktop"],
  ],
  [
    "no Docker at all",
    "docker.service",
    { ...services({ docker: "absent" }), engines: dead },
    "problem",
    "Neither",
    ["install-docker"],
  ],
  ["no service, and a daemon", "docker.service", services({ docker: "absent" }), "ok", "without the service"],
  ["the pipe refuses", "docker.pipe", { endpoints: socket("denied") }, "problem", "may not use"],
  ["no pipe", "docker.pipe", { endpoints: socket("absent") }, "problem", "No daemon"],
  ["Windows containers", "docker.mode", {}, "ok", "Windows containers"],
  [
    "Linux mode",
    "docker.mode",
    { endpoints: socket("answers", "linux") },
    "problem",
    "Linux mode",
    ["switch-engine"],
  ],
  [
    "both kinds",
    "docker.mode",
    { endpoints: [...socket("answers", "linux"), ...socket("answers", "windows")] },
    "ok",
    "Windows",
  ],
  ["an administrator", "docker.group", {}, "not-applicable", "administrator"],
  [
    "a user of Desktop",
    "docker.group",
    { person: user, engines: dead, ...services({ "com.docker.service": "running" }) },
    "problem",
    "not in docker-users",
    ["join-docker-users"],
  ],
  [
    "a user of a server",
    "docker.group",
    { person: user, engines: dead },
    "warning",
    "not in docker-users",
    ["as-administrator"],
  ],
  ["a member", "docker.group", { person: { ...user, groups: ["docker-users"] } }, "ok", "is in docker-users"],
  ["HCS answers", "hcs.engine", {}, "ok", "HCS"],
  ["Containers is on", "windows.containers", {}, "ok", "on"],
  [
    "Containers is off",
    "windows.containers",
    features("Containers", "disabled"),
    "problem",
    "off",
    ["turn-on-containers"],
  ],
  ["Hyper-V is on", "windows.hyperv", {}, "ok", "on"],
  [
    "Hyper-V is off on a server",
    "windows.hyperv",
    features("Microsoft-Hyper-V", "disabled"),
    "warning",
    "off",
    ["turn-on-hyper-v"],
  ],
  [
    "Hyper-V is off on a client",
    "windows.hyperv",
    { ...features("Microsoft-Hyper-V", "disabled"), ...windowsOf({ sku: "client" }) },
    "problem",
    "off",
    ["turn-on-hyper-v"],
  ],
  ["Home", "windows.edition", windowsOf({ edition: "CoreSingleLanguage" }), "problem", "Windows Home"],
  ["Pro", "windows.edition", windowsOf({ edition: "Professional" }), "ok", "Professional"],
  ["no edition", "windows.edition", windowsOf({ edition: null }), "unknown", "did not tell"],
  ["a server on D:", "windows.drive", { systemDrive: "D:" }, "warning", "D:"],
  [
    "a client on D:",
    "windows.drive",
    { systemDrive: "D:", ...windowsOf({ sku: "client" }) },
    "not-applicable",
    "Server only",
  ],
  ["an old build", "windows.build", windowsOf({ build: 17_134 }), "problem", "17134"],
  ["a build of today", "windows.build", windowsOf({ build: 26_100 }), "ok", "26100"],
  ["a hypervisor", "windows.hypervisor", computer({}), "ok", "on a hypervisor"],
  [
    "switched off in the firmware",
    "windows.hypervisor",
    computer({ hypervisorPresent: false, firmwareVirtualisation: false }),
    "problem",
    "firmware",
    ["firmware"],
  ],
  [
    "not launched",
    "windows.hypervisor",
    computer({ hypervisorPresent: false, firmwareVirtualisation: true }),
    "problem",
    "No hypervisor",
    ["launch-hypervisor"],
  ],
  ["bare metal", "windows.nested", computer({}), "not-applicable", "not a VM"],
  [
    "a VM",
    "windows.nested",
    computer({ manufacturer: "Microsoft Corporation", model: "Virtual Machine" }),
    "unknown",
    "Only the start",
    ["expose"],
  ],
  [
    "HCS is stopped",
    "windows.vmcompute",
    services({ vmcompute: "stopped" }),
    "warning",
    "stopped",
    ["start-vmcompute"],
  ],
  ["HCS is absent", "windows.vmcompute", services({ vmcompute: "absent" }), "problem", "knows no service"],
  ["HNS is absent", "windows.hns", services({ hns: "absent" }), "problem", "knows no service"],
  [
    "the right to HCS",
    "windows.hyperv-administrators",
    { person: { ...user, groups: ["S-1-5-32-578"] } },
    "ok",
    "Hyper-V Administrators",
  ],
  [
    "no right to HCS",
    "windows.hyperv-administrators",
    { person: user },
    "warning",
    "neither",
    ["join-hyper-v-administrators"],
  ],
]);

describe("where Windows does not tell its features", () => {
  const unread = { features: "Access is denied." };

  it("takes a missing service for a proof that one is off, and else says it is not known", () => {
    const of = (id: string, change: Change) => verdict("win32", id, change, unread);
    expect(of("windows.containers", services({ hns: "absent" })).state).toBe("problem");
    expect(of("windows.containers", {}).state).toBe("unknown");
    expect(of("windows.hyperv", {}).state).toBe("ok");
    expect(of("windows.hyperv", services({ vmms: "stopped" })).state).toBe("unknown");
    expect(of("windows.hyperv", services({ vmms: "absent" })).state).toBe("warning");
  });
});
