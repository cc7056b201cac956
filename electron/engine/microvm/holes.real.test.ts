import { execFile } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LaunchHole } from "../../contract/hole.ts";
import { isRequired } from "../conformance-bench.ts";
import { launchSpec, quietWork, rowsNow, Transcript, whenRow } from "../conformance-tools.ts";
import type { Engine, EngineLaunch } from "../engine.ts";
import { hostPids, statusLine, whenDead } from "./fixtures/host-facts.ts";
import { startParent } from "./fixtures/start-parent.ts";
import {
  buildGuestForTests,
  missingForTests,
  TEST_IMAGE,
  type TestBench,
  testBench,
} from "./fixtures/test-bench.ts";
import { identify } from "./process-identity.ts";

const missing = await missingForTests();
if (missing && isRequired("microvm")) throw new Error(`microvm is required here, but: ${missing}`);

const run = promisify(execFile);
const never = new AbortController().signal;
const SIZE = { columns: 80, rows: 24 };

describe.skipIf(missing)(`holes of micro-VMs${missing ? ` (${missing})` : ""}`, () => {
  let bench: TestBench;
  let engine: Engine;
  let folder: string;
  beforeAll(async () => {
    await buildGuestForTests();
    bench = await testBench();
    engine = bench.open();
    await engine.retry();
    folder = await mkdtemp(join(tmpdir(), "isoscope-hole,"));
    await mkdir(join(folder, "open"));
    await mkdir(join(folder, "closed"));
    await writeFile(join(folder, "closed", "note"), "from the host");
    await writeFile(join(folder, "secret"), "not shared");
    await symlink("../secret", join(folder, "open", "out"));
  });
  afterAll(async () => {
    await engine?.[Symbol.asyncDispose]();
    await bench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const launch = (holes: readonly LaunchHole[], more: Partial<EngineLaunch> = {}) =>
    engine.launch(
      launchSpec({ image: TEST_IMAGE, isolation: "hyperv", command: ["sleep", "1000"], holes, ...more }),
      quietWork(),
    );

  async function inside(id: string, script: string) {
    const { output } = await engine.console(id, { exec: ["sh", "-c", script], ...SIZE }, never);
    const transcript = new Transcript(output);
    const code = await transcript.exitCode();
    return { text: transcript.text().replaceAll("\r", "").trim(), code };
  }

  /** File servers of this test's folders. The comma in their path is escaped on the command line. */
  const servers = (name = "") => hostPids(`${folder.split(",")[1]}/${name}`);

  it("can open folders and ports here, and says why not the others", () => {
    const { folder: shared, port, pipe, device, network } = engine.status.capabilities.holes.hyperv;
    expect(shared).toEqual({ can: true });
    expect(port).toEqual({ can: true, note: expect.stringContaining("A UDP port") });
    expect([pipe.can, device.can, network.can]).toEqual([false, false, false]);
  });

  it("shares a folder to write, one to read, and follows no link out of them", async () => {
    const id = await launch([
      { kind: "folder", source: join(folder, "open"), target: "/srv/deep/open", readOnly: false },
      { kind: "folder", source: join(folder, "closed"), target: "/closed", readOnly: true },
    ]);
    expect(await inside(id, "echo from the guest > /srv/deep/open/word")).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, "open", "word"), "utf8")).toBe("from the guest\n");
    await writeFile(join(folder, "open", "reply"), "heard");
    expect(await inside(id, "cat /srv/deep/open/reply")).toMatchObject({ text: "heard" });
    expect(await inside(id, "cat /closed/note")).toMatchObject({ text: "from the host" });
    expect(await inside(id, "echo x > /closed/note")).toMatchObject({
      text: expect.stringContaining("Read-only"),
    });
    expect((await inside(id, "cat /srv/deep/open/out")).code).not.toBe(0);
    expect((await inside(id, "cat /srv/deep/open/../secret /secret")).code).not.toBe(0);
    const row = await whenRow(engine, id, ({ state }) => state === "running");
    expect(new Set(row.fileServers?.map(({ pid }) => pid))).toEqual(new Set(servers()));
    expect(new Set(row.fileServers?.map(({ source }) => source))).toEqual(
      new Set([join(folder, "open"), join(folder, "closed")]),
    );
    await engine.control(id, "remove");
    expect(servers()).toEqual([]);
  });

  it("has servers that may do little, see one folder, and die with the app", async () => {
    const closed = join(folder, "closed");
    const id = await launch([{ kind: "folder", source: closed, target: "/closed", readOnly: true }]);
    const pids = servers("closed");
    expect(pids).not.toEqual([]);
    for (const pid of pids) {
      const allowed = BigInt(`0x${statusLine(pid, "CapEff")}`);
      const [overridesRights, nothing] = [2n, 0n];
      expect([overridesRights, nothing]).toContain(allowed);
      await expect(writeFile(`/proc/${pid}/root/new`, "x")).rejects.toMatchObject({ code: "EROFS" });
    }
    await engine.control(id, "remove");
  });

  it("shares a folder for reading that has the app's own working folder in it", async () => {
    const { cacheDir } = bench.config;
    const id = await launch([{ kind: "folder", source: cacheDir, target: "/cache", readOnly: true }]);
    expect((await inside(id, "ls /cache")).text).toContain("tmp");
    await engine.control(id, "remove");
  });

  it("publishes ports on the address asked for, and tells a free one it took", async () => {
    const id = await launch([{ kind: "port", hostIp: "127.0.0.1", containerPort: 80, protocol: "tcp" }], {
      command: ["sh", "-c", "echo hello > /tmp/index.html; httpd -f -p 80 -h /tmp"],
    });
    const row = await whenRow(engine, id, ({ ports }) => ports.length > 0);
    expect(row.ports).toEqual([
      { hostIp: "127.0.0.1", hostPort: expect.any(Number), containerPort: 80, protocol: "tcp" },
    ]);
    expect(row.ports[0]?.hostPort).toBeGreaterThan(0);
    await inside(id, "until wget -q -O- http://127.0.0.1/ >/dev/null; do :; done");
    const answer = await fetch(`http://127.0.0.1:${row.ports[0]?.hostPort}/index.html`);
    expect(await answer.text()).toBe("hello\n");
    expect((await inside(id, "wget -q -T 2 -O- http://10.0.2.2:1/ 2>&1")).code).not.toBe(0);
    expect(statusLine(row.worker?.pid ?? 0, "Seccomp")).toBe("2");
    await engine.control(id, "kill");
    expect((await whenRow(engine, id, ({ state }) => state === "exited")).ports).toEqual([]);
    await engine.control(id, "remove");
  });

  it("publishes UDP, too", async () => {
    const program = join(folder, "closed", "udp-echo");
    await run("gcc", ["-static", "-o", program, join(import.meta.dirname, "fixtures", "udp-echo.c")]);
    const id = await launch(
      [
        { kind: "port", hostIp: "127.0.0.1", containerPort: 9, protocol: "udp" },
        { kind: "folder", source: join(folder, "closed"), target: "/tools", readOnly: true },
      ],
      { command: ["/tools/udp-echo"] },
    );
    const { ports } = await whenRow(engine, id, (row) => row.ports.length > 0);
    const { output } = await engine.logs(id, { follow: true, tail: 10 }, never);
    await new Transcript(output).until(/listening/);
    const socket = createSocket("udp4");
    const heard = once(socket, "message");
    socket.send("ping", ports[0]?.hostPort ?? 0, "127.0.0.1");
    expect(String((await heard)[0])).toBe("ping");
    socket.close();
    await engine.control(id, "remove");
  });

  it("refuses a port that is in use, and leaves nothing", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const hostPort = typeof address === "object" ? (address?.port ?? 0) : 0;
    const hole = { kind: "port", hostIp: "127.0.0.1", hostPort, containerPort: 80, protocol: "tcp" } as const;
    await expect(launch([hole])).rejects.toMatchObject({
      error: { code: "conflict", message: expect.stringContaining(`${hostPort}`), fix: expect.any(String) },
    });
    expect(await rowsNow(engine)).toEqual([]);
    taken.close();
  });

  it.runIf(process.getuid?.() === 0)("opens a port below 1024 with that one right", async () => {
    const id = await launch([
      { kind: "port", hostIp: "127.0.0.71", hostPort: 71, containerPort: 80, protocol: "tcp" },
    ]);
    const { worker } = await whenRow(engine, id, ({ state }) => state === "running");
    expect(statusLine(worker?.pid ?? 0, "CapEff")).toBe("0000000000000400");
    await engine.control(id, "remove");
  });

  it("has no network card without a hole, and the limits and variables that were asked for", async () => {
    const id = await launch([], { memoryBytes: 160 * 1024 * 1024, cpus: 2, env: { WORD: "a b=c" } });
    expect((await inside(id, "ls /sys/class/net")).text).toBe("lo");
    expect((await inside(id, "grep -c ^processor /proc/cpuinfo")).text).toBe("2");
    expect((await inside(id, 'echo "$WORD"')).text).toBe("a b=c");
    const kib = Number((await inside(id, "sed -n 's/MemTotal: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo")).text);
    expect(kib).toBeLessThan(160 * 1024);
    expect(kib).toBeGreaterThan(96 * 1024);
    await engine.control(id, "remove");
  });

  it.each([
    [{ source: "/nowhere/at/all", target: "/x" }, "does not exist"],
    [{ source: "/etc/passwd", target: "/x" }, "not a folder"],
    [{ source: "/", target: "/x" }, "whole file system"],
    [{ source: "/tmp", target: "/proc/x" }, "own kernel"],
  ])("refuses %o", async (paths, why) => {
    await expect(launch([{ kind: "folder", readOnly: true, ...paths }])).rejects.toMatchObject({
      error: { code: "invalid", message: expect.stringContaining(why) },
    });
  });

  it("refuses a pipe with the reason", async () => {
    const pipe = { kind: "pipe", source: "/run/a.sock", target: "/a.sock" } as const;
    await expect(launch([pipe])).rejects.toMatchObject({
      error: { code: "unsupported", reason: expect.stringContaining("kernel") },
    });
  });

  it("leaves no file server when the app is killed, and ends the machine with its file server", async () => {
    const closed = join(folder, "closed");
    const holes = [{ kind: "folder", source: closed, target: "/closed", readOnly: true }] as const;
    const { app } = await startParent(bench, holes);
    const started = servers("closed").flatMap((pid) => identify(pid) ?? []);
    expect(started.length).toBeGreaterThan(0);
    const gone = once(app, "exit");
    app.kill("SIGKILL");
    await gone;
    for (const one of started) await whenDead(one);
    const id = await launch(holes);
    for (const pid of servers("closed")) process.kill(pid, "SIGKILL");
    const row = await whenRow(engine, id, ({ state }) => state === "failed");
    expect(row.failure).toMatchObject({
      code: "worker-died",
      detail: expect.stringContaining("file server"),
    });
    await engine.control(id, "remove");
  });
});
