import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { needsLowPorts } from "./low-ports.ts";
import { checkPorts, portError } from "./port-check.ts";

const forward = { protocol: "tcp", hostIp: "127.0.0.1", hostPort: 0, containerPort: 80 } as const;

describe("checkPorts", () => {
  it("refuses a TCP port that something listens on, and takes it when it is free again", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const hostPort = typeof address === "object" && address ? address.port : 0;
    const taken = { error: { code: "conflict", fix: expect.stringContaining("another port") } };
    await expect(checkPorts([{ ...forward, hostPort }])).rejects.toMatchObject(taken);
    server.close();
    await once(server, "close");
    await expect(checkPorts([{ ...forward, hostPort }])).resolves.toBeUndefined();
  });

  it("refuses a UDP port, and an address that is not this host's", async () => {
    const socket = createSocket("udp4").bind(0, "127.0.0.1");
    await once(socket, "listening");
    const { port: hostPort } = socket.address();
    await expect(checkPorts([{ ...forward, protocol: "udp", hostPort }])).rejects.toMatchObject({
      error: { code: "conflict" },
    });
    socket.close();
    await expect(checkPorts([{ ...forward, hostIp: "192.0.2.1", hostPort: 8080 }])).rejects.toMatchObject({
      error: { code: "invalid", message: expect.stringContaining("192.0.2.1") },
    });
  });

  it("leaves a free one to QEMU", async () => {
    await expect(checkPorts([forward])).resolves.toBeUndefined();
  });
});

it("says that a low port takes root where the system says so", () => {
  expect(portError({ ...forward, hostPort: 80 }, "EACCES")).toMatchObject({ code: "denied" });
});

it("needs the right only for ports below the system's limit", () => {
  expect(needsLowPorts([{ ...forward, hostPort: 80 }], 1024)).toBe(true);
  expect(needsLowPorts([forward, { ...forward, hostPort: 1024 }], 1024)).toBe(false);
  expect(needsLowPorts([{ ...forward, hostPort: 80 }], 0)).toBe(false);
});
