import { describe, expect, it } from "vitest";
import type { LaunchHole } from "../../../contract/hole.ts";
import { launchSpec } from "../../conformance-tools.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { facts, windowsFacts } from "../fixtures/facts.ts";
import { launchBody } from "../launch-body.ts";

const body = (holes: readonly LaunchHole[], of = facts) =>
  launchBody(launchSpec({ image: "bb:1", isolation: "process", holes }), of);

const port = (more: object = {}): LaunchHole => ({
  ...{ kind: "port", containerPort: 80, protocol: "tcp" },
  ...more,
});

describe("the body of a launch with holes", () => {
  it("mounts folders and sockets, and never makes what is missing", () => {
    const holes: LaunchHole[] = [
      { kind: "folder", source: "/srv", target: "/data", readOnly: true },
      { kind: "pipe", source: "/run/a.sock", target: "/a.sock" },
    ];
    expect(body(holes).HostConfig).toMatchObject({
      Mounts: [
        { Type: "bind", Source: "/srv", Target: "/data", ReadOnly: true },
        { Type: "bind", Source: "/run/a.sock", Target: "/a.sock" },
      ],
    });
    expect(body(holes).HostConfig).not.toHaveProperty("Binds");
  });

  it("mounts named pipes on Windows, where they know no read-only", () => {
    const pipe = "\\\\.\\pipe\\docker_engine";
    const { HostConfig } = body([{ kind: "pipe", source: pipe, target: pipe }], windowsFacts);
    expect(HostConfig).toMatchObject({ Mounts: [{ Type: "npipe", Source: pipe, Target: pipe }] });
  });

  it("exposes and publishes ports, one more than once, and leaves the choice of the host's to the daemon", () => {
    const holes = [
      port(),
      port({ hostIp: "127.0.0.1", hostPort: 8080 }),
      port({ containerPort: 53, protocol: "udp" }),
    ];
    expect(body(holes, { ...facts, hasDefaultNetwork: true })).toMatchObject({
      ExposedPorts: { "80/tcp": {}, "53/udp": {} },
      HostConfig: {
        PortBindings: {
          "80/tcp": [
            { HostIp: "", HostPort: "" },
            { HostIp: "127.0.0.1", HostPort: "8080" },
          ],
          "53/udp": [{ HostIp: "", HostPort: "" }],
        },
      },
    });
  });

  it.each<[LaunchHole[], object, string | undefined]>([
    [[], { hasDefaultNetwork: true }, undefined],
    [[], {}, "none"],
    [[port()], { portBridge: "iso-1" }, "isoscope"],
    [[], { portBridge: "iso-1" }, "none"],
    [[{ kind: "network", of: "network", name: "front" }], {}, "front"],
    [[{ kind: "network", of: "container", name: "web" }], {}, "container:web"],
  ])("of %o on %o is in the network %s", (holes, more, network) => {
    expect(body(holes, { ...facts, ...more }).HostConfig).toEqual(
      network === undefined ? {} : expect.objectContaining({ NetworkMode: network }),
    );
  });

  it("hands devices in, by path or by interface class", () => {
    const Devices = [{ PathOnHost: "/dev/fuse", PathInContainer: "/dev/fuse", CgroupPermissions: "rwm" }];
    expect(body([{ kind: "device", device: "/dev/fuse" }]).HostConfig).toMatchObject({ Devices });
    const device = "class/{5B45201D-F2F2-4F3B-85BB-30FF1F953599}";
    expect(body([{ kind: "device", device }], windowsFacts).HostConfig).toMatchObject({
      Devices: [{ PathOnHost: "class/5B45201D-F2F2-4F3B-85BB-30FF1F953599" }],
    });
  });
});

describe("what a daemon can open", () => {
  const YES = { can: true };

  it("is all of it on Linux with a bridge, its own or the managed one", () => {
    for (const more of [{ hasDefaultNetwork: true }, { portBridge: "iso-1" }]) {
      const { process } = capabilitiesOf({ ...facts, ...more }).holes;
      expect(Object.values(process)).toEqual(Array.from({ length: 6 }, () => YES));
    }
  });

  it("is no port without a bridge, with the reason", () => {
    const { port } = capabilitiesOf(facts).holes.process;
    expect(port).toEqual({ can: false, reason: expect.stringContaining("--bridge=none") });
  });

  it("is nothing under an isolation that cannot be launched", () => {
    const { launch, holes } = capabilitiesOf(facts);
    expect(launch.hyperv.can).toBe(false);
    expect(Object.values(holes.hyperv)).toEqual(Array.from({ length: 6 }, () => launch.hyperv));
  });

  it("is less under Hyper-V isolation on Windows, in Windows' reasons", () => {
    const { process, hyperv } = capabilitiesOf(windowsFacts).holes;
    expect([process.containerNetwork, process.device]).toEqual([YES, YES]);
    expect(hyperv.containerNetwork).toEqual({ can: false, reason: expect.stringContaining("network") });
    expect(hyperv.device).toEqual({ can: false, reason: expect.stringContaining("process isolation") });
    expect([hyperv.folder, hyperv.pipe, hyperv.port, hyperv.network]).toEqual([YES, YES, YES, YES]);
  });
});
