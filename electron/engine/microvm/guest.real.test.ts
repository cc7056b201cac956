import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRequired } from "../conformance-bench.ts";
import { launchSpec, quietWork, Transcript } from "../conformance-tools.ts";
import type { Engine, EngineLaunch } from "../engine.ts";
import {
  buildGuestForTests,
  missingForTests,
  TEST_IMAGE,
  type TestBench,
  testBench,
  USER_IMAGE,
} from "./fixtures/test-bench.ts";

const missing = await missingForTests();
if (missing && isRequired("microvm")) throw new Error(`microvm is required here, but: ${missing}`);

const never = new AbortController().signal;
const SIZE = { columns: 80, rows: 24 };

describe.skipIf(missing)(`the guest's PID 1${missing ? ` (${missing})` : ""}`, () => {
  let bench: TestBench;
  let engine: Engine;
  beforeAll(async () => {
    await buildGuestForTests();
    bench = await testBench();
    engine = bench.open();
  });
  afterAll(async () => {
    await engine?.[Symbol.asyncDispose]();
    await bench?.close();
  });

  const launch = (command: readonly string[], more: Partial<EngineLaunch> = {}) =>
    engine.launch(launchSpec({ image: TEST_IMAGE, isolation: "hyperv", command, ...more }), quietWork());

  /** All a command says until it ends. */
  async function said(id: string): Promise<string> {
    const { output } = await engine.logs(id, { follow: true, tail: 1e6 }, never);
    const transcript = new Transcript(output);
    await transcript.exitCode();
    return transcript.text();
  }

  const run = async (script: string, more?: Partial<EngineLaunch>) =>
    said(await launch(["sh", "-c", script], more));

  /** What a further command says, and its exit code. */
  async function exec(id: string, ...argv: string[]) {
    const { output } = await engine.console(id, { exec: argv, ...SIZE }, never);
    const transcript = new Transcript(output);
    const code = await transcript.exitCode();
    return { text: transcript.text().replaceAll("\r", ""), code };
  }

  it("gives the command its own PID 1, host name, loopback, terminals and root", async () => {
    const id = await launch(["sh", "-c", "while :; do sleep 1; done"]);
    expect((await exec(id, "cat", "/proc/1/comm")).text).toBe("sh\n");
    expect((await exec(id, "hostname")).text).toBe(`${id.slice(0, 12)}\n`);
    expect((await exec(id, "ping", "-c1", "127.0.0.1")).code).toBe(0);
    expect((await exec(id, "ping", "-c1", "localhost")).code).toBe(0);
    expect((await exec(id, "tty")).text).toBe("/dev/pts/0\n");
    expect((await exec(id, "sh", "-c", "ls /")).text).not.toMatch(/mods|init/);
    expect((await exec(id, "sh", "-c", "echo x > /file && cat /file")).text).toBe("x\n");
    expect((await exec(id, "mount", "-t", "tmpfs", "none", "/srv")).text).toContain("ermission denied");
    expect((await exec(id, "ps")).text).not.toMatch(/kthreadd|isoscope/);
  });

  it("runs as the image's user, with its groups and home, in a folder made for it", async () => {
    const text = await run('id; pwd; echo "$HOME $FROM_IMAGE $MINE"; echo out > /dev/stdout', {
      image: USER_IMAGE,
      env: { MINE: "a b=c" },
    });
    expect(text).toBe("uid=405(guest) gid=100(users) groups=200(extra)\n/opt/deep\n/srv yes a b=c\nout\n");
  });

  it("lists processes as seen inside, whatever they call themselves", async () => {
    const id = await launch([
      "sh",
      "-c",
      "printf '#!/bin/sh\\nsleep 900\\n' > '/tmp/a) b'; chmod +x '/tmp/a) b'; '/tmp/a) b' \"$(printf '\\377')\" & sleep 901 & wait",
    ]);
    const { output } = await engine.console(id, { exec: ["sleep", "902"], ...SIZE }, never);
    const ours = await readUntil(id, ["sleep 900", "sleep 901", "sleep 902"]);
    expect(ours("sleep 901")).toMatchObject({ ppid: 1, name: "sleep", user: "root", hostPid: null });
    expect(ours("sleep 902")).toMatchObject({ ppid: 0 });
    const odd = ours("/bin/sh /tmp/a) b");
    expect(odd).toMatchObject({ name: "a) b", ppid: 1, command: "/bin/sh /tmp/a) b \ufffd" });
    expect(ours("sleep 900").ppid).toBe(odd.pid);
    await output[Symbol.asyncIterator]().return?.();
  });

  /** Reads the list until all of these are in it, and gives a way to pick one. */
  async function readUntil(id: string, wanted: readonly string[]) {
    for (;;) {
      const { rows } = await engine.processes(id);
      const find = (part: string) => rows.find(({ command }) => command.startsWith(part));
      if (!wanted.every(find)) continue;
      return (part: string) => {
        const row = find(part);
        if (!row) throw new Error(`${part} is not in the list`);
        return row;
      };
    }
  }

  it("loses nothing of a flood of output, and says the exit after it", async () => {
    const text = await run("seq 1 60000; exit 9");
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(60_000);
    expect(lines.every((line, index) => line === `${index + 1}`)).toBe(true);
  });

  it("takes long input whole and its end", async () => {
    const id = await launch(["sh", "-c", "stty raw -echo; echo go; head -c 200000 | md5sum"], {
      interactive: true,
    });
    const console = await engine.console(id, { exec: [], ...SIZE }, never);
    const transcript = new Transcript(console.output);
    await transcript.until(/go/);
    for (let part = 0; part < 4; part++)
      await console.send({ kind: "input", text: "0123456789".repeat(5000) });
    await transcript.exitCode();
    expect(transcript.text()).toContain(createHash("md5").update("0123456789".repeat(20_000)).digest("hex"));
  });

  it("tells the signal that ended the command as 128 + its number", async () => {
    const id = await launch(["sleep", "1000"]);
    expect((await exec(id, "sh", "-c", "kill -TERM $$")).code).toBe(143);
    expect((await exec(id, "sh", "-c", "kill -SEGV $$")).code).toBe(139);
  });

  it("says which part of a start failed, with a shell's exit codes", async () => {
    await expect(launch(["/nowhere"])).rejects.toMatchObject({
      error: { code: "start-failed", exitCode: 127, reason: 'exec "/nowhere": No such file or directory' },
    });
    await expect(launch(["/etc/passwd"])).rejects.toMatchObject({
      error: { code: "start-failed", exitCode: 126 },
    });
  });

  it("answers a further command that does not exist with an error, and the container goes on", async () => {
    const id = await launch(["sleep", "1000"]);
    await expect(engine.console(id, { exec: ["/nowhere"], ...SIZE }, never)).rejects.toMatchObject({
      error: { code: "start-failed" },
    });
    expect((await engine.processes(id)).rows).toHaveLength(1);
  });
});
