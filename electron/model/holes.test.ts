import fc from "fast-check";
import { expect, test } from "vitest";
import type { Port } from "../contract/container.ts";
import { holesOf } from "./holes.ts";

const bare = { HostConfig: { NetworkMode: "default" }, Mounts: [] };
const port = (hostIp: string | null, hostPort: number | null): Port => ({
  hostIp,
  hostPort,
  containerPort: 80,
  protocol: "tcp",
});
const mounted = (mount: object) => holesOf({ ...bare, Mounts: [mount] }, [])?.[0];

test("a container with nothing passed in has no holes", () => {
  expect(holesOf(bare, [port(null, null)])).toEqual([]);
});

test("what the engine's description does not tell is unknown, not none", () => {
  expect(holesOf({ properties: {} }, [])).toBeNull();
});

test("a folder can be read, or changed, and an engine's socket gives the engine away", () => {
  const folder = { Type: "bind", Source: "/srv/data", Destination: "/data" };
  expect(mounted({ ...folder, RW: false })).toMatchObject({ kind: "folder", risk: "low" });
  expect(mounted({ ...folder, RW: true })).toMatchObject({
    what: "/srv/data → /data",
    effect: "changes-host-files",
    risk: "medium",
  });
  for (const Source of ["/var/run/docker.sock", "\\\\.\\pipe\\docker_engine", "/run/podman/podman.sock"]) {
    expect(mounted({ Type: "bind", Source, Destination: Source })).toMatchObject({
      effect: "controls-engine",
      risk: "high",
    });
  }
  expect(mounted({ Type: "bind", Source: "/srv/docker", Destination: "/d" })).toMatchObject({
    kind: "folder",
  });
  expect(mounted({ Type: "npipe", Source: "\\\\.\\pipe\\metrics", Destination: "x" })).toMatchObject({
    effect: "talks-to-host-process",
  });
});

test("a volume is not a folder of the host", () => {
  const volume = {
    Type: "volume",
    Name: "db",
    Source: "/var/lib/docker/volumes/db/_data",
    Destination: "/d",
  };
  expect(mounted(volume)).toMatchObject({ kind: "volume", what: "db → /d", effect: "keeps-data" });
});

test("a port is open to the network unless it is on loopback; IPv4 and IPv6 of one port are one", () => {
  expect(holesOf(bare, [port("0.0.0.0", 8080), port("::", 8080)])).toEqual([
    { kind: "port", what: "8080 → 80", risk: "medium", effect: "reachable-from-lan" },
  ]);
  expect(holesOf(bare, [port("127.0.0.1", 8080)])).toMatchObject([
    { what: "127.0.0.1:8080 → 80", risk: "low", effect: "reachable-from-host" },
  ]);
});

test("namespaces that are not its own, devices and privileges are told", () => {
  const HostConfig = {
    NetworkMode: "container:web",
    PidMode: "host",
    Privileged: true,
    Devices: [{ PathOnHost: "/dev/kvm" }],
  };
  expect(holesOf({ HostConfig }, [])?.map(({ effect }) => effect)).toEqual([
    "nearly-host-root",
    "shares-container-network",
    "sees-host-processes",
    "host-hardware",
  ]);
  expect(holesOf({ HostConfig: { NetworkMode: "host" } }, [])).toMatchObject([
    { effect: "shares-host-network" },
  ]);
});

test("a micro-VM is read from its QEMU command line", () => {
  const qemu = ["qemu", "-nic", "none", "-device", "virtserialport,chardev=agent,nr=1,name=isoscope"];
  expect(holesOf({ qemu }, [])).toEqual([
    { kind: "channel", what: "isoscope", risk: "low", effect: "agent-channel" },
  ]);
  expect(holesOf({ qemu: ["-device", "vfio-pci,host=01:00.0"] }, [])).toMatchObject([{ risk: "high" }]);
});

test("a micro-VM's folders are named by what the engine shares under their tags", () => {
  const qemu = ["-device", "vhost-user-fs-pci,chardev=folder0,tag=folder0"];
  const folder = { tag: "folder0", source: "/srv/a", target: "/a", readOnly: true };
  expect(holesOf({ qemu, machine: { folders: [folder] } }, [])).toEqual([
    { kind: "folder", what: "/srv/a → /a", risk: "low", effect: "reads-host-files" },
  ]);
  expect(holesOf({ qemu }, [])).toMatchObject([{ what: "folder0", effect: "changes-host-files" }]);
});

test("a micro-VM's network is a hole of its own only where it is not restricted to its ports", () => {
  const published = [port("127.0.0.1", 8080)];
  const closed = ["-netdev", "user,id=network,restrict=on,hostfwd=tcp:127.0.0.1:8080-10.0.2.15:80"];
  expect(holesOf({ qemu: closed }, published)?.map(({ kind }) => kind)).toEqual(["port"]);
  const open = ["-netdev", "user,id=network,restrict=off,hostfwd=udp:0.0.0.0:53-10.0.2.15:53"];
  expect(holesOf({ qemu: open }, [])).toMatchObject([{ kind: "network", effect: "reaches-host-network" }]);
});

test("any document is read without failing", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), fc.jsonValue(), (all, a, b) => {
      const document = { ...all, HostConfig: a, Mounts: b };
      const holes = holesOf(document, []);
      expect(holes === null || Array.isArray(holes)).toBe(true);
    }),
  );
});

test("reads what a launch through HCS has opened from what was asked for", () => {
  const holes = [
    { kind: "folder", source: "C:\\srv", target: "C:\\data", readOnly: false },
    { kind: "pipe", source: "\\\\.\\pipe\\a", target: "\\\\.\\pipe\\a" },
  ];
  expect(holesOf({ launched: { spec: { holes } } }, [])?.map(({ what, effect }) => [what, effect])).toEqual([
    ["C:\\srv → C:\\data", "changes-host-files"],
    ["\\\\.\\pipe\\a", "talks-to-host-process"],
  ]);
  expect(holesOf({ launched: {} }, [])).toEqual([]);
});
