import { describe, expect, it } from "vitest";
import type { DaemonFacts } from "./facts.ts";
import { facts } from "./fixtures/facts.ts";
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
    const known = effectiveIsolation(facts, { Isolation: "hyperv" }, "runc");
    expect(known).toEqual({ isolation: "process", evidence: expect.stringContaining("runc") });
  });

  it("does not guess for a runtime that is neither", () => {
    const known = effectiveIsolation(facts, { Isolation: "" }, "runsc");
    expect(known).toEqual({ isolation: null, evidence: expect.stringContaining("gVisor") });
  });

  const windows: DaemonFacts = { ...facts, os: "windows" };

  it.each([
    ["process", "process"],
    ["HyperV", "hyperv"],
    ["", null],
  ])("reads %j on Windows", (word, isolation) => {
    expect(effectiveIsolation(windows, { Isolation: word }, "com.docker.hcsshim.v1").isolation).toBe(
      isolation,
    );
  });
});

it("finds a VM runtime that dockerd has, and trusts no list of podman's", () => {
  const runtimes = { runc: entry("runc"), kata: entry("/usr/bin/kata-runtime") };
  expect(vmRuntime({ ...facts, runtimes })).toBe("kata");
  expect(vmRuntime({ ...facts, runtimes, flavour: "podman" })).toBeNull();
  expect(vmRuntime(facts)).toBeNull();
});
