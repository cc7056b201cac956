import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Container } from "../../contract/container.ts";
import { facts, windowsFacts } from "./fixtures/facts.ts";
import captured from "./fixtures/inspect-dockerd-20.10.json";
import { toContainer, toPorts, toTime } from "./map.ts";
import { ContainerInspect } from "./parse.ts";

const withState = (state: object) =>
  toContainer(ContainerInspect.parse({ ...captured, State: { ...captured.State, ...state } }), facts);

describe("toContainer", () => {
  it("maps what dockerd says of a running container", () => {
    expect(toContainer(ContainerInspect.parse(captured), facts)).toMatchObject({
      id: captured.Id,
      name: "fx",
      image: { ref: "bb:1", id: captured.Image },
      command: "sleep 1000",
      isolation: "process",
      state: "running",
      exitCode: null,
      mainPid: 7934,
      startedAt: Date.UTC(2026, 10, 21, 22, 3, 44, 132),
      finishedAt: null,
      owner: "docker",
      worker: null,
    });
  });

  it("names no host PID for a daemon on another kernel", () => {
    expect(toContainer(ContainerInspect.parse(captured), { ...facts, sharesHost: false }).mainPid).toBeNull();
  });

  it("takes the runtime from where podman tells it", () => {
    const kata = { ...facts, runtimes: { kata: { path: "/usr/bin/kata-runtime", runtimeType: "" } } };
    const row = toContainer(
      ContainerInspect.parse(captured),
      { ...kata, flavour: "podman" },
      { runtime: "kata" },
    );
    expect(row).toMatchObject({ isolation: "hyperv", mainPid: null });
  });

  it("shows a container whose command never started as failed, with the reason", () => {
    const row = withState({ Status: "created", Pid: 0, ExitCode: 127, Error: "exec: no such file" });
    expect(row).toMatchObject({ state: "failed", exitCode: 127 });
    expect(row.failure).toEqual({ code: "start-failed", reason: "exec: no such file", exitCode: 127 });
  });

  it("says that memory ran out", () => {
    const row = withState({ Status: "exited", Pid: 0, ExitCode: 137, OOMKilled: true });
    expect(row).toMatchObject({
      state: "exited",
      exitCode: 137,
      failure: { message: expect.stringMatching(/memory/) },
    });
  });

  it("takes a guest's PID under Hyper-V isolation for no PID of the host", () => {
    const row = (Isolation: string) => {
      const raw = { ...captured, HostConfig: { ...captured.HostConfig, Isolation } };
      return toContainer(ContainerInspect.parse(raw), windowsFacts);
    };
    expect([row("hyperv").isolation, row("hyperv").mainPid]).toEqual(["hyperv", null]);
    expect([row("process").isolation, row("process").mainPid]).toEqual(["process", captured.State.Pid]);
  });

  it("is a container of the contract whatever words the daemon uses", () => {
    const text = fc.option(fc.string(), { nil: null });
    const state = fc.record({
      Status: fc.oneof(
        fc.constantFrom("running", "exited", "paused", "dead", "stopped", "configured"),
        fc.string(),
      ),
      Pid: fc.nat(),
      ExitCode: fc.integer(),
      Error: text,
      StartedAt: text,
      FinishedAt: text,
    });
    fc.assert(
      fc.property(state, fc.dictionary(fc.string(), fc.constant(null)), (State, Ports) => {
        const raw = { ...captured, State, NetworkSettings: { Ports } };
        const { mainPid: _, worker: __, ...row } = toContainer(ContainerInspect.parse(raw), facts);
        const footprint = { kind: "none" };
        Container.parse({ ...row, key: `docker/${row.id}`, engine: "docker", footprint });
      }),
    );
  });
});

it("reads published and merely exposed ports", () => {
  const ports = toPorts({ "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "8080" }], "53/udp": null, "x/y": null });
  expect(ports).toEqual([
    { hostIp: "0.0.0.0", hostPort: 8080, containerPort: 80, protocol: "tcp" },
    { hostIp: null, hostPort: null, containerPort: 53, protocol: "udp" },
  ]);
});

it("takes Go's zero time as never", () => {
  expect([toTime("0001-01-01T00:00:00Z"), toTime(""), toTime("soon")]).toEqual([null, null, null]);
});
