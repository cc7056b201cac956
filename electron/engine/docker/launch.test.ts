import { describe, expect, it } from "vitest";
import { launchSpec } from "../conformance-tools.ts";
import { facts } from "./fixtures/facts.ts";
import { launchBody } from "./launch-body.ts";
import { explainCreate, startReason } from "./launch-errors.ts";

const spec = launchSpec({ image: "bb:1", isolation: "process", command: ["true"], name: "web" });

describe("launchBody", () => {
  it("never sends Isolation to a Linux daemon", () => {
    expect(launchBody(spec, facts).HostConfig).toEqual({ NetworkMode: "none" });
  });

  it("asks a Windows daemon for the isolation by name", () => {
    const windows = { ...facts, os: "windows" as const, hasDefaultNetwork: true };
    expect(launchBody({ ...spec, isolation: "hyperv" }, windows).HostConfig).toEqual({ Isolation: "hyperv" });
  });

  it("picks the VM runtime for isolation by VM on Linux", () => {
    const kata = { ...facts, runtimes: { kata: { path: "kata-runtime", runtimeType: "" } } };
    expect(launchBody({ ...spec, isolation: "hyperv" }, kata).HostConfig).toMatchObject({ Runtime: "kata" });
  });

  it("leaves the command to the image when none is given, and hands over limits and environment", () => {
    const body = launchBody({ ...spec, command: [], env: { A: "b=c" }, memoryBytes: 1024, cpus: 0.5 }, facts);
    expect(body).not.toHaveProperty("Cmd");
    expect(body).toMatchObject({ Env: ["A=b=c"], HostConfig: { Memory: 1024, NanoCpus: 500_000_000 } });
  });
});

it.each([
  [404, "No such image: bb:1", "image-missing"],
  [409, 'Conflict. The container name "/web" is already in use', "conflict"],
  [500, 'creating container storage: the container name "web" is already in use by 12', "conflict"],
  [400, "No command specified", "invalid"],
  [500, "out of cheese", undefined],
])("understands %i %s", (status, message, code) => {
  expect(explainCreate(spec, status, message, "linux")?.code).toBe(code);
});

it("cuts the reason out of the runtime's long message", () => {
  const runc =
    'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nope": executable file not found in $PATH: unknown';
  expect(startReason(runc)).toBe("The command nope cannot be started: executable file not found in $PATH.");
  const path = 'runc: exec: "/no/such": stat /no/such: no such file or directory: unknown';
  expect(startReason(path)).toBe(
    "The command /no/such cannot be started: stat /no/such: no such file or directory.",
  );
  expect(startReason("something else")).toBe("something else");
});
