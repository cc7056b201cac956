import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { LaunchHole } from "../contract/hole.ts";
import type { OpenBench } from "./conformance-bench.ts";
import type { HoleDialect } from "./conformance-dialect.ts";
import { failureOf, rowsNow, saidUntil, whenRow } from "./conformance-tools.ts";
import type { Engine } from "./engine.ts";
import { holeCapability } from "./refuse-holes.ts";

type DefineTest = (title: string, body: (bench: OpenBench) => Promise<void>) => void;

const MIB = 1024 * 1024;
const INSIDE_PORT = 8080;

/** What engines promise of holes, limits and environment: seen from inside, where they can; refused with the reason, where not. */
export function holeTests(test: DefineTest): void {
  folderTests(test);
  portTests(test);
  networkTests(test);
  deviceTests(test);
  limitTests(test);
  refusalTests(test);
}

/** Skips unless the engine can open this hole. */
function requiresHole({ engine, subject, skip }: OpenBench, hole: LaunchHole): void {
  const capability = engine.status.capabilities.holes[subject.isolation][holeCapability(hole)];
  if (!capability.can) skip(capability.reason);
  if ((hole.kind === "folder" || hole.kind === "pipe") && subject.otherFiles) skip(subject.otherFiles);
}

/** Skips, too, unless the image has programs that look through one. */
function requires(bench: OpenBench, hole: LaunchHole): HoleDialect {
  requiresHole(bench, hole);
  return bench.dialect.holes ?? bench.skip("the image has no programs that look");
}

/** A folder of the host with the file `in.txt`, for as long as the test runs. */
async function withFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "iso-hole-"));
  try {
    await writeFile(join(folder, "in.txt"), "from the host\n");
    await body(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function folderTests(test: DefineTest): void {
  const folder = (source: string, readOnly: boolean, target = "/opened") =>
    ({ kind: "folder", source, target, readOnly }) as const;

  test("opens a folder for reading only, as seen from inside", async (bench) => {
    const holes = requires(bench, folder("/", true));
    await withFolder(async (source) => {
      const id = await bench.launch(holes.looks("/opened"), { holes: [folder(source, true)] });
      expect(await saidUntil(bench.engine, id, /written|refused/)).toMatch(/from the host\s+refused/);
      expect(existsSync(join(source, "out.txt"))).toBe(false);
    });
  });

  test("opens a folder for writing: the host has what was written inside", async (bench) => {
    const holes = requires(bench, folder("/", false));
    await withFolder(async (source) => {
      const id = await bench.launch(holes.looks("/opened"), { holes: [folder(source, false)] });
      expect(await saidUntil(bench.engine, id, /written|refused/)).toMatch(/from the host\s+written/);
      expect(await readFile(join(source, "out.txt"), "utf8")).toBe("inside\n");
    });
  });

  test("refuses a folder that is not there, at its field, and makes none", async (bench) => {
    requiresHole(bench, folder("/", true));
    const source = join(tmpdir(), `iso-no-such-${process.pid}`);
    const target = bench.dialect.os === "windows" ? "C:\\opened" : "/opened";
    const error = { code: "invalid", field: "holes.0.source" };
    await leavesNothing(bench, [folder(source, true, target)], error);
    expect(existsSync(source)).toBe(false);
  });

  test("opens a socket of the host: it is a socket inside", async (bench) => {
    const pipe = (source: string) => ({ kind: "pipe", source, target: "/opened.sock" }) as const;
    const holes = requires(bench, pipe("/"));
    await withFolder(async (folder) => {
      const server = createServer();
      const source = join(folder, "own.sock");
      await new Promise<void>((resolve) => server.listen(source, resolve));
      const id = await bench.launch(holes.isSocket("/opened.sock"), { holes: [pipe(source)] });
      expect(await saidUntil(bench.engine, id, /is-socket|is-none/)).toContain("is-socket");
      server.close();
    });
  });
}

function portTests(test: DefineTest): void {
  const port = (hostPort?: number): LaunchHole => ({
    ...{ kind: "port", hostIp: "127.0.0.1", containerPort: INSIDE_PORT, protocol: "tcp" },
    ...(hostPort === undefined ? {} : { hostPort }),
  });

  test("publishes a port: a server inside answers the host", async (bench) => {
    const { engine, launch } = bench;
    const holes = requires(bench, port());
    const command = holes.serves(INSIDE_PORT, "from inside");
    const first = await launch(command, { holes: [port()] });
    const free = await publishedPort(engine, first);
    await saidUntil(engine, first, /ready/);
    expect(await (await fetch(`http://127.0.0.1:${free}/`)).text()).toContain("from inside");
    await engine.control(first, "remove");
    const second = await launch(command, { holes: [port(free)] });
    expect(await publishedPort(engine, second)).toBe(free);
  });

  test("refuses a port that a container or a program has, and says what to do", async (bench) => {
    const { engine, dialect, launch } = bench;
    requiresHole(bench, port());
    const id = await launch(dialect.stays, { holes: [port()] });
    const taken = { code: "conflict", fix: expect.stringMatching(/another port/) };
    await leavesNothing(bench, [port(await publishedPort(engine, id))], taken);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (typeof address === "object" && address) await leavesNothing(bench, [port(address.port)], taken);
    server.close();
  });
}

/** The host's port, as soon as the row tells. */
async function publishedPort(engine: Engine, id: string): Promise<number> {
  const of = (ports: readonly { hostPort: number | null }[]) =>
    ports.find(({ hostPort }) => hostPort !== null);
  const row = await whenRow(engine, id, ({ ports }) => of(ports) !== undefined);
  expect(row.ports).toContainEqual(
    expect.objectContaining({ containerPort: INSIDE_PORT, hostIp: "127.0.0.1", protocol: "tcp" }),
  );
  return of(row.ports)?.hostPort ?? 0;
}

function networkTests(test: DefineTest): void {
  const network = (of: "network" | "container", name: string) => ({ kind: "network", of, name }) as const;

  test("puts it into the network of another container", async (bench) => {
    const { engine, launch } = bench;
    const holes = requires(bench, network("container", "x"));
    const server = await launch(holes.serves(INSIDE_PORT, "from beside"));
    await saidUntil(engine, server, /ready/);
    const id = await launch(holes.asks(INSIDE_PORT), { holes: [network("container", server)] });
    expect(await saidUntil(engine, id, /ready/)).toContain("from beside");
    // podman lets go of a network only after those who share it.
    await engine.control(id, "remove");
  });

  test("refuses a network and a container that are not there, by name", async (bench) => {
    const { engine, subject, skip } = bench;
    const able = engine.status.capabilities.holes[subject.isolation];
    if (!able.network.can && !able.containerNetwork.can) return skip(able.network.reason);
    const name = `no-such-${process.pid}`;
    for (const of of ["network", "container"] as const) {
      if (!able[of === "network" ? "network" : "containerNetwork"].can) continue;
      await leavesNothing(bench, [network(of, name)], { code: "not-found", what: of, name });
    }
  });

  test("refuses the network of a container that does not run", async (bench) => {
    const { engine, dialect, launch } = bench;
    requiresHole(bench, network("container", "x"));
    const id = await launch(dialect.exits(0));
    await whenRow(engine, id, ({ state }) => state === "exited");
    const fix = expect.stringContaining("Start");
    await leavesNothing(bench, [network("container", id)], { code: "conflict", fix });
  });
}

const DEVICES = ["/dev/net/tun", "/dev/loop-control", "/dev/fuse", "/dev/kvm"];

function deviceTests(test: DefineTest): void {
  const at = (path: string) => ({ kind: "device", device: path }) as const;

  test("hands a device in: it is one inside", async (bench) => {
    const holes = requires(bench, at("/dev/null"));
    const found = DEVICES.find((path) => existsSync(path));
    if (found === undefined) return bench.skip("this host has no device to spare");
    const id = await bench.launch(holes.isDevice(found), { holes: [at(found)] });
    expect(await saidUntil(bench.engine, id, /is-device|is-none/)).toContain("is-device");
  });

  test("refuses a device that is not there, at its field", async (bench) => {
    if (bench.dialect.os === "windows")
      return bench.skip("Windows takes classes of devices, of which none may be there");
    requiresHole(bench, at("/dev/null"));
    await leavesNothing(bench, [at("/dev/iso-no-such")], { code: "invalid", field: "holes.0.device" });
  });
}

function limitTests(test: DefineTest): void {
  test("gives the memory and the CPUs that were asked for, as seen from inside", async (bench) => {
    const { engine, dialect, launch, skip } = bench;
    const holes = dialect.holes ?? skip("the image has no programs that look");
    const id = await launch(holes.limits, { memoryBytes: 256 * MIB, cpus: 1 });
    const { memoryBytes, cpus } = holes.readLimits(await saidUntil(engine, id, /ready/));
    expect(memoryBytes).toBeLessThanOrEqual(256 * MIB);
    // What a kernel of its own keeps for itself is not for the programs.
    expect(memoryBytes).toBeGreaterThan(128 * MIB);
    expect(cpus).toBe(1);
  });

  test("hands the whole environment over, whatever is in it", async (bench) => {
    const { engine, dialect, launch, skip } = bench;
    const holes = dialect.holes ?? skip("the image has no programs that look");
    const env = { QUOTED: `a "b" 'c' $HOME \\ é`, EMPTY: "", LINES: "one=1;two" };
    const said = await saidUntil(engine, await launch(holes.environment, { env }), /ready/);
    for (const [name, value] of Object.entries(env))
      expect(said.split(/\r?\n/)).toContain(`${name}=${value}`);
  });
}

function refusalTests(test: DefineTest): void {
  test("refuses each hole it cannot open with the reason it gives", async (bench) => {
    const { engine, subject, dialect } = bench;
    const able = engine.status.capabilities.holes[subject.isolation];
    for (const hole of oneOfEach(dialect.os)) {
      const capability = able[holeCapability(hole)];
      if (capability.can) continue;
      expect(capability.reason).not.toBe("");
      const reason = expect.stringContaining(capability.reason);
      await leavesNothing(bench, [hole], { code: "unsupported", reason });
    }
  });
}

function oneOfEach(os: "linux" | "windows"): readonly LaunchHole[] {
  const windows = os === "windows";
  const device = windows ? "class/5B45201D-F2F2-4F3B-85BB-30FF1F953599" : "/dev/null";
  const pipe = windows ? "\\\\.\\pipe\\x" : "/x.sock";
  return [
    { kind: "folder", source: tmpdir(), target: windows ? "C:\\opened" : "/opened", readOnly: true },
    { kind: "pipe", source: pipe, target: pipe },
    { kind: "port", containerPort: INSIDE_PORT, protocol: "tcp" },
    { kind: "network", of: "network", name: "none" },
    { kind: "network", of: "container", name: "any" },
    { kind: "device", device },
  ];
}

/** A launch with these holes fails like this, and nothing of it is there afterwards. */
async function leavesNothing(bench: OpenBench, holes: readonly LaunchHole[], error: object): Promise<void> {
  const { engine, dialect, launch } = bench;
  const name = `hole-${process.pid}-${Math.random().toString(36).slice(2, 10)}`;
  expect(await failureOf(launch(dialect.stays, { name, holes }))).toMatchObject(error);
  expect((await rowsNow(engine)).filter((row) => row.name === name)).toEqual([]);
}
