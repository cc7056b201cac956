import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../engine/clock.ts";
import { readEndpoints } from "./endpoints.ts";
import { parseGroups } from "./linux-person.ts";
import { parseDistribution, parseOpenFiles, readCgroups } from "./linux-system.ts";
import { parseCpuFlags } from "./processor.ts";
import { readPrograms } from "./programs.ts";
import { readFolders, readSpaces } from "./storage-facts.ts";
import { listenerInode, readWebPort } from "./web-port.ts";

describe("what files of Linux say", () => {
  it("groups, with their members", () => {
    expect(parseGroups("root:x:0:\ndocker:x:996:ana,ben\n\n+::\n")).toEqual([
      { name: "root", gid: 0, members: [] },
      { name: "docker", gid: 996, members: ["ana", "ben"] },
    ]);
  });

  it("flags of the processor", () => {
    const flags = (text: string) => parseCpuFlags(`processor\t: 0\nflags\t\t: fpu ${text} sse\n`);
    expect(flags("svm hypervisor")).toEqual({ virtualisation: "svm", virtualMachine: true });
    expect(flags("vmx")).toEqual({ virtualisation: "vmx", virtualMachine: false });
    expect(parseCpuFlags("")).toEqual({ virtualisation: null, virtualMachine: false });
  });

  it("the distribution, and those it is like", () => {
    expect(parseDistribution('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n')).toEqual(["ubuntu", "debian"]);
    expect(parseDistribution('ID="rocky"\nID_LIKE="rhel centos fedora"\n')).toContain("centos");
    expect(parseDistribution("")).toEqual([]);
  });

  it("the limit of open files", () => {
    const line = (soft: string, hard: string) =>
      `Max open files            ${soft}     ${hard}      files \n`;
    expect(parseOpenFiles(line("1024", "unlimited"))).toEqual({ soft: 1024, hard: null });
    expect(() => parseOpenFiles("")).toThrow("names no open files");
  });

  it("who listens at a port", () => {
    const row = (local: string, state: string) =>
      `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 0`;
    expect(listenerInode(row("0100007F:BAB8", "0A"), 47_800)).toBe("4711");
    expect(listenerInode(row("0100007F:BAB8", "01"), 47_800)).toBeNull();
    expect(listenerInode(row("00000000:BAB8", "0A"), 47_800)).toBeNull();
  });

  it("no control groups where none are mounted", async () => {
    expect(await readCgroups("/nowhere")).toEqual({ version: null, controllers: [] });
  });
});

it("finds no program in an empty folder but those of the system's own", async () => {
  const folder = await mkdtemp(join(tmpdir(), "isoscope-doctor-"));
  try {
    const found = await readPrograms(folder);
    expect(found).toMatchObject({ qemu: null, "mkfs.erofs": null, ps: null });
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("tries folders by making something there, and says why one is closed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "isoscope-doctor-"));
  try {
    const places = [
      { role: "State", path: folder },
      { role: "Cache", path: join(folder, "not", "yet") },
      { role: "Closed", path: "/proc/isoscope" },
    ];
    expect(await readFolders(places)).toMatchObject([
      { writable: true, detail: "writable" },
      { writable: true, detail: `can be made in ${folder}` },
      { writable: false, detail: expect.stringMatching(/E(NOENT|ACCES|PERM)/) },
    ]);
    const [space] = await readSpaces(places);
    expect(space?.totalBytes).toBeGreaterThanOrEqual(space?.freeBytes ?? Number.NaN);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("knows its own port from another's", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve(address.port);
      else reject(new Error("no address"));
    });
  });
  try {
    expect(await readWebPort(port)).toEqual({ port, free: false, ours: true });
  } finally {
    await new Promise((closed) => server.close(closed));
  }
  expect(await readWebPort(port)).toEqual({ port, free: true, ours: false });
});

describe("sockets of Docker", () => {
  const ask = (socket: string) =>
    readEndpoints(
      { platform: "linux", env: { DOCKER_HOST: `unix://${socket}` }, clock: systemClock },
      new AbortController().signal,
    );

  it("one that is not there, and one that nobody listens at", async () => {
    expect(await ask("/nowhere/docker.sock")).toMatchObject([{ state: "absent", os: null }]);
    expect(await ask("/dev/null")).toMatchObject([
      { state: "silent", detail: expect.stringContaining("ECONNREFUSED") },
    ]);
  });

  it("one that answers says what it runs", async () => {
    const folder = await mkdtemp(join(tmpdir(), "isoscope-doctor-"));
    const path = join(folder, "docker.sock");
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () =>
        socket.end("HTTP/1.1 200 OK\r\nOSType: linux\r\nContent-Length: 2\r\n\r\nOK"),
      );
    });
    await new Promise<void>((listening) => server.listen(path, listening));
    try {
      expect(await ask(path)).toMatchObject([{ state: "answers", os: "linux", detail: "" }]);
    } finally {
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true });
    }
  });

  it("an address that is none is refused with the reason", async () => {
    const bad = { platform: "linux", env: { DOCKER_HOST: "ssh://host" }, clock: systemClock } as const;
    await expect(readEndpoints(bad, new AbortController().signal)).rejects.toThrow(/ssh/);
  });
});
