import { beforeEach, describe, expect, test } from "vitest";
import { scenarios } from "../../../../e2e/fixtures/scenarios.ts";
import type { EngineStatus } from "../../../contract/engine.ts";
import { FakeTerminal } from "../fixtures/fake-terminal.ts";
import { LaunchingHost } from "../fixtures/launching-host.ts";
import { type RunFixture, runFixture } from "../fixtures/run-fixture.ts";
import { run as runVerb } from "./run.ts";

const scene = scenarios.scene ?? expect.fail("the scene is gone");

let host: LaunchingHost;
let terminal: FakeTerminal;
beforeEach(() => {
  host = new LaunchingHost(scene);
  terminal = new FakeTerminal();
});

const run = (argv: readonly string[], how: RunFixture = {}) =>
  runFixture(host.handlers, ["run", ...argv], { terminal, own: false, ...how });

const attached = () => expect.poll(() => host.attached).toBe(true);

describe("attached", () => {
  test("prints what the container prints, each to its stream, and ends with its exit code", async () => {
    const running = run(["img", "cmd", "--rm", "-x"]);
    await attached();
    host.print("stdout", "one\n");
    host.print("stderr", "two\n");
    host.exit(7);
    const { code, out, err } = await running;
    expect([code, out, err]).toEqual([7, "one\n", "two\n"]);
    expect(host.launches).toMatchObject([
      { image: "img", command: ["cmd", "--rm", "-x"], interactive: false },
    ]);
    expect(host.controls).toEqual([]);
  });

  test("--rm removes it at its end", async () => {
    const running = run(["--rm", "img"]);
    await attached();
    host.exit(0);
    expect((await running).code).toBe(0);
    expect(host.controls).toEqual(["remove"]);
  });

  test("Ctrl+C stops it, with --rm removes it, and exits 130", async () => {
    for (const [options, controls] of [
      [[], ["stop"]],
      [["--rm"], ["remove"]],
    ] as const) {
      host = new LaunchingHost(scene);
      const stop = new AbortController();
      const running = run([...options, "img"], { signal: stop.signal });
      await attached();
      stop.abort();
      expect((await running).code).toBe(130);
      expect(host.controls).toEqual(controls);
    }
  });

  test("Ctrl+C during the launch cancels it and waits until it is undone", async () => {
    host.endless = true;
    const stop = new AbortController();
    const running = run(["img"], { signal: stop.signal });
    await expect.poll(() => host.launches.length).toBe(1);
    stop.abort();
    const { code, out } = await running;
    expect([code, out, host.cancelled]).toEqual([130, "", ["job"]]);
  });

  test("a console is raw, takes keys to the command, and gives the terminal back", async () => {
    terminal = new FakeTerminal({ columns: 100, rows: 30 });
    const running = run(["-it", "img", "sh"]);
    await attached();
    await expect.poll(() => terminal.raw).toBe(true);
    terminal.type("ls\u0003");
    terminal.endInput();
    await expect.poll(() => host.inputs).toEqual([{ kind: "input", text: "ls\u0003" }, { kind: "eof" }]);
    host.print("tty", "# ");
    host.exit(0);
    const { code, out } = await running;
    expect([code, out, terminal.raw]).toEqual([0, "# ", false]);
  });

  test("--json comes as lines of that shape", async () => {
    const running = run(["--json", "img"]);
    await attached();
    host.print("stdout", "one\n");
    host.exit(3);
    const { code, out } = await running;
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => runVerb.output?.parse(JSON.parse(line)));
    expect(lines).toMatchObject([
      { kind: "launched", key: "docker/launched" },
      { text: "one\n" },
      { kind: "exit", code: 3 },
    ]);
    expect(code).toBe(3);
  });
});

describe("-d", () => {
  test("prints the key of what it leaves running", async () => {
    const { code, out } = await run(["-d", "--name", "web", "img"]);
    expect([code, out]).toEqual([0, "docker/launched\n"]);
  });

  test("pretends nothing: on an engine that ends with this command nothing is launched", async () => {
    const managed = (engine: EngineStatus): EngineStatus => ({ ...engine, managed: true });
    host = new LaunchingHost({ ...scene, engines: scene.engines.map(managed) });
    const { code, err } = await run(["-d", "img"], { own: true });
    expect([code, host.launches]).toEqual([125, []]);
    expect(err).toContain(
      "ends with the Isoscope that started it, which would be this command: nothing was launched.",
    );
    expect(err).toContain('Fix: Start "isoscope serve"');
    expect((await run(["-d", "img"])).code).toBe(0);
  });

  test("does not go with --rm", async () => {
    expect((await run(["-d", "--rm", "img"])).code).toBe(2);
  });
});

describe("what is asked for", () => {
  test("is docker's words, each in its place", async () => {
    const words = ["-d", "-e", "A=b=c", "-e", "HERE", "-m", "512m", "--cpus", "1.5", "--isolation=hyperv"];
    const holes = [
      "-v",
      "/srv:/data:ro",
      "-p",
      "127.0.0.1:8080:80",
      "--network",
      "lab",
      "--device",
      "/dev/kvm",
    ];
    await run([
      ...words,
      ...holes,
      "--pipe",
      "/run/a.sock",
      "--pipe",
      "/run/b:/c",
      "--engine",
      "microvm",
      "img",
    ]);
    expect(host.launches).toEqual([
      expect.objectContaining({
        ...{ image: "img", isolation: "hyperv", engine: "microvm", memoryBytes: 512 * 1024 ** 2, cpus: 1.5 },
        env: { A: "b=c", HERE: "from here" },
        holes: [
          { kind: "folder", source: "/srv", target: "/data", readOnly: true },
          { kind: "pipe", source: "/run/a.sock", target: "/run/a.sock" },
          { kind: "pipe", source: "/run/b", target: "/c" },
          { kind: "port", hostIp: "127.0.0.1", hostPort: 8080, containerPort: 80, protocol: "tcp" },
          { kind: "network", of: "network", name: "lab" },
          { kind: "device", device: "/dev/kvm" },
        ],
      }),
    ]);
  });

  test.each([
    [["-v", "data:/data"], "keeps no named volumes"],
    [["-v", "relative/x:/data"], "a whole path"],
    [["-p", "80-90:80-90"], "each port of the range"],
    [["-p", "web"], "not understood"],
    [["-m", "lots"], '--memory: "lots" is not understood.'],
    [["--cpus", "none"], "--cpus"],
    [["-e", "NOWHERE"], "NOWHERE has no value here."],
    [["--isolation", "vm"], "isolation"],
    [["--device", "/dev/a:/dev/b"], "a device keeps its name inside"],
    [["--wat"], "--wat"],
  ])("%s is refused with the reason, before anything is opened", async (options, why) => {
    const { code, err, opened } = await run([...options, "img"]);
    expect([code, opened]).toEqual([2, false]);
    expect(err).toContain(why);
  });

  test("an image is needed", async () => {
    expect((await run([])).err).toContain("run needs IMAGE [COMMAND [ARG…]].");
  });
});

test.each([
  [{ code: "unsupported", capability: "holes", reason: "It cannot open ports." }, 125],
  [{ code: "image-missing", ref: "img" }, 125],
  [
    {
      code: "start-failed",
      reason: "The command x cannot be started: executable file not found in $PATH.",
      exitCode: 127,
    },
    127,
  ],
  [
    { code: "start-failed", reason: "The command x cannot be started: permission denied.", exitCode: null },
    126,
  ],
  [{ code: "start-failed", reason: "No such file or directory", exitCode: null }, 127],
  [{ code: "start-failed", reason: "The guest did not answer.", exitCode: null }, 125],
] as const)("a launch that fails with %o exits %i with its reason", async (failure, code) => {
  host.failure = failure;
  const ran = await run(["img"]);
  expect([ran.code, ran.out]).toEqual([code, ""]);
  expect(ran.err).toContain("isoscope: ");
});
