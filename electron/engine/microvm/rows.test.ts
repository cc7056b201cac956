import { describe, expect, it } from "vitest";
import { Container } from "../../contract/container.ts";
import { actionsIn, type Facts, toRow } from "./rows.ts";

const FACTS: Facts = {
  ...{
    id: "abc",
    name: "one",
    image: { ref: "i", id: "1" },
    command: ["ping", "127.0.0.1"],
    interactive: true,
  },
  ...{ state: "running", exitCode: null, failure: null, createdAt: 1, startedAt: 2, finishedAt: null },
  ...{ worker: { pid: 42, start: "7" }, ports: [], fileServers: [], bootId: "b-1" },
};

describe("toRow", () => {
  it("names the worker as the host does, and the boot it was told by", () => {
    const row = toRow(FACTS);
    expect(row).toMatchObject({
      ...{ isolation: "hyperv", owner: "isoscope", mainPid: null, tty: true, command: "ping 127.0.0.1" },
      worker: { name: "qemu-system-x86_64", pid: 42, start: "7" },
    });
    expect(row.isolationEvidence).toBe("own kernel, boot b-1, in qemu-system-x86_64 with PID 42");
  });

  it("names no worker when there is none", () => {
    expect(toRow({ ...FACTS, worker: null, state: "exited" })).toMatchObject({
      worker: null,
      isolationEvidence: "own kernel, boot b-1, when it runs",
    });
  });
});

describe("actionsIn", () => {
  it("allows exactly what makes sense in a state, and says why not otherwise", () => {
    const can = (state: Facts["state"]) =>
      Object.entries(actionsIn(state)).flatMap(([action, capability]) => (capability.can ? [action] : []));
    expect(can("running")).toEqual(["stop", "kill", "restart", "pause", "remove"]);
    expect(can("paused")).toEqual(["stop", "kill", "restart", "unpause", "remove"]);
    expect(can("stopping")).toEqual(["kill", "remove"]);
    expect(can("exited")).toEqual(["start", "restart", "remove"]);
    expect(can("starting")).toEqual(["remove"]);
    for (const state of Container.shape.state.options) {
      for (const capability of Object.values(actionsIn(state))) {
        if (!capability.can) expect(capability.reason).toContain(state);
      }
    }
  });
});
