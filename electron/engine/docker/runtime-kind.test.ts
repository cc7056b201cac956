import { describe, expect, it } from "vitest";
import { facts, windowsFacts } from "./fixtures/facts.ts";
import { effectiveIsolation, vmRuntime } from "./isolation.ts";
import { runtimeKind } from "./runtime-kind.ts";

const entry = (path: string, runtimeType = "") => ({ path, runtimeType });

describe("runtimeKind", () => {
  it.each([
    ["runc", entry("runc"), "shared"],
    ["crun", entry("/usr/bin/crun"), "shared"],
    ["io.containerd.runc.v2", entry("runc"), "shared"],
    ["io.containerd.kata.v2", undefined, "vm"],
    ["mine", entry("", "io.containerd.kata-qemu.v2"), "vm"],
    ["mine", entry("/opt/kata/bin/kata-runtime"), "vm"],
    ["kata", entry("/home/me/wrapper.sh"), "unknown"],
    ["runc", entry("/home/me/wrapper.sh"), "unknown"],
    ["runsc", entry("/usr/bin/runsc"), "unknown"],
    ["oci", undefined, "unknown"],
  ])("judges %s %o as %s", (name, given, kind) => {
    expect(runtimeKind(name, given).kind).toBe(kind);
  });
});

describe("effectiveIsolation", () => {
  it("names the runtime on Linux and disregards the field that means nothing there", () => {
    const known = effectiveIsolation(facts, { inspected: "hyperv", listed: "hyperv" }, "runc");
    expect(known).toEqual({ isolation: "process", evidence: expect.stringContaining("runc") });
  });

  it("does not guess for a runtime that is neither", () => {
    const known = effectiveIsolation(facts, { inspected: "", listed: null }, "runsc");
    expect(known).toEqual({ isolation: null, evidence: expect.stringContaining("gVisor") });
  });

  it.each([
    ["process", null, "process", "HostConfig.Isolation"],
    ["HyperV", "process", "hyperv", "HostConfig.Isolation"],
    ["default", "hyperv", "hyperv", "isolation=hyperv"],
    ["default", null, "process", "daemon's default"],
    ["", null, "process", "daemon's default"],
    ["xen", null, null, "Not known"],
  ] as const)(
    "reads %j, listed as %s, as %s on Windows Server, and says how",
    (inspected, listed, isolation, why) => {
      const known = effectiveIsolation(windowsFacts, { inspected, listed }, "com.docker.hcsshim.v1");
      expect(known).toEqual({ isolation, evidence: expect.stringContaining(why) });
    },
  );

  it("does not know the default of a daemon that does not tell it", () => {
    const silent = { ...windowsFacts, defaultIsolation: null };
    expect(effectiveIsolation(silent, { inspected: "", listed: null }, "").isolation).toBeNull();
  });
});

it("finds a VM runtime that dockerd has, and trusts no list of podman's", () => {
  const runtimes = { runc: entry("runc"), kata: entry("/usr/bin/kata-runtime") };
  expect(vmRuntime({ ...facts, runtimes })).toBe("kata");
  expect(vmRuntime({ ...facts, runtimes, flavour: "podman" })).toBeNull();
  expect(vmRuntime(facts)).toBeNull();
});
