import { expect, test } from "vitest";
import { portForwards, refusedForward, userNetwork } from "./port-forwards.ts";

const port = { kind: "port", containerPort: 80, protocol: "tcp" } as const;

test("a port without an address is published on every one, without a number on a free one", () => {
  expect(portForwards([port])).toEqual([
    { protocol: "tcp", hostIp: "0.0.0.0", hostPort: 0, containerPort: 80 },
  ]);
  const folder = { kind: "folder", source: "/a", target: "/a", readOnly: true } as const;
  expect(portForwards([folder])).toEqual([]);
});

test("an IPv6 address is refused at its field", () => {
  expect(() => portForwards([port, { ...port, hostIp: "::1" }])).toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: "invalid", field: "holes.1.hostIp" }) }),
  );
});

test("the network is open only where a UDP port has to answer", () => {
  const udp = { ...port, protocol: "udp" } as const;
  expect(userNetwork(portForwards([port]))).toContain("restrict=on");
  expect(userNetwork(portForwards([port, udp]))).toContain("restrict=off");
});

test("QEMU's refusal of a port is a conflict with a fix; other logs are none", () => {
  const log = "qemu: -netdev user: Could not set up host forwarding rule 'tcp:127.0.0.1:80-10.0.2.15:80'";
  expect(refusedForward(log)).toMatchObject({
    code: "conflict",
    fix: expect.stringContaining("another port"),
  });
  expect(refusedForward("Kernel panic")).toBeNull();
});
