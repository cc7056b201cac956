import { expect, test } from "vitest";
import { hostProcess } from "../contract/fixtures/rows.ts";
import type { LiveChange, LiveSource } from "../contract/live-source.ts";
import { mirrorInto } from "../contract/mirror.ts";
import { ProcessOwner } from "../contract/owner.ts";
import { ManualClock } from "../engine/manual-clock.ts";
import { engineContainer, FakeEngine } from "./fixtures/fake-engine.ts";
import { FakeProcesses } from "./fixtures/fake-processes.ts";
import { Fleet } from "./fleet.ts";

const ID = "a".repeat(64);
const OTHER = "b".repeat(64);
const GUID = "0A1B2C3D-0000-4000-8000-00000000000A";

function bench() {
  const docker = new FakeEngine("docker", "process");
  const vms = new FakeEngine("vms", "hyperv");
  const processes = new FakeProcesses();
  const fleet = new Fleet({
    engines: [docker, vms],
    processes,
    clock: new ManualClock(),
    windows: false,
    inside: { readings: async () => null, kernel: async () => null },
    demo: { ref: "demo", ensure: async () => {} },
  });
  return { docker, vms, processes, fleet };
}

function watch(source: LiveSource<ProcessOwner>) {
  const items = new Map<string, ProcessOwner>();
  const changes: LiveChange<ProcessOwner>[] = [];
  const mirror = mirrorInto(items);
  const stop = source.subscribe({
    snapshot: mirror.snapshot,
    change: (change) => {
      changes.push(change);
      mirror.change(change);
    },
    fail: (error) => expect.fail(String(error)),
  });
  const roles = () =>
    Object.fromEntries([...items].map(([key, one]) => [key, `${one.role} ${one.container}`]));
  return { items, changes, roles, stop };
}

const web = engineContainer({ id: ID, name: "web", mainPid: 100 });
const ping = hostProcess({ pid: 100, containerId: ID });
const sleep = hostProcess({ pid: 101, start: "120", containerId: ID });

test("members come and go with the host's rows, and only changes are told", () => {
  const { docker, processes, fleet } = bench();
  docker.containers.update([[ID, web]]);
  processes.set(ping, hostProcess({ pid: 5 }));
  const owners = watch(fleet.owners);
  expect(owners.roles()).toEqual({ "100:100": `main docker/${ID}` });
  expect(ProcessOwner.parse(owners.items.get("100:100")).evidence).toContain("its cgroup names container");
  processes.set(ping, sleep);
  expect(owners.roles()).toEqual({
    "100:100": `main docker/${ID}`,
    "101:120": `member docker/${ID}`,
  });
  expect(owners.changes.at(-1)?.upsert).toHaveLength(1);
  const told = owners.changes.length;
  processes.set({ ...ping, cpuMs: 999 }, sleep);
  expect(owners.changes).toHaveLength(told);
  docker.containers.update([[ID, { ...web, state: "exited", mainPid: null }]]);
  expect(owners.roles()).toEqual({});
});

test("nothing is worked out or kept while nobody looks", () => {
  const { docker, processes, fleet } = bench();
  docker.containers.update([[ID, web]]);
  const owners = watch(fleet.owners);
  processes.set(ping);
  expect(processes.watched).toBe(true);
  owners.stop();
  expect(processes.watched).toBe(false);
  processes.set(sleep);
  expect(watch(fleet.owners).roles()).toEqual({ "101:120": `member docker/${ID}` });
});

test("a container that is gone owns nothing", () => {
  const { docker, processes, fleet } = bench();
  docker.containers.update([[ID, web]]);
  processes.set(ping);
  const owners = watch(fleet.owners);
  docker.containers.update([], [ID]);
  expect(owners.roles()).toEqual({});
});

test("a worker that is started inside a container is first of all a worker", () => {
  const { docker, vms, processes, fleet } = bench();
  const identity = { pid: 200, start: "200", name: "qemu-system-x86_64" };
  docker.containers.update([[ID, web]]);
  vms.containers.update([
    [OTHER, engineContainer({ id: OTHER, isolation: "hyperv", worker: identity, owner: "isoscope" })],
  ]);
  processes.set(ping, hostProcess({ pid: 200, start: "200", containerId: ID }));
  const owners = watch(fleet.owners);
  expect(owners.roles()).toEqual({ "100:100": `main docker/${ID}`, "200:200": `worker vms/${OTHER}` });
  vms.containers.update([], [OTHER]);
  expect(owners.roles()).toEqual({ "100:100": `main docker/${ID}`, "200:200": `member docker/${ID}` });
});

test("Windows: vmwp and vmmem belong to the VM whose account they run as", () => {
  const { vms, processes, fleet } = bench();
  const vm = { runtimeId: GUID.toLowerCase(), startedAt: 1_000_000 };
  vms.containers.update([[ID, engineContainer({ id: ID, isolation: "hyperv", utilityVm: vm })]]);
  const user = `NT VIRTUAL MACHINE\\${GUID}`;
  const owners = watch(fleet.owners);
  processes.set(
    hostProcess({ pid: 2376, name: "vmwp.exe", user }),
    hostProcess({ pid: 2400, name: "vmmem", user }),
    hostProcess({ pid: 2500, name: "vmwp.exe", user: null, startedAt: 9_000_000 }),
  );
  expect(owners.roles()).toEqual({
    "2376:100": `worker vms/${ID}`,
    "2400:100": `vm-memory vms/${ID}`,
  });
  expect(owners.items.get("2376:100")?.evidence).toBe(`vmwp runs as ${user}`);
});
