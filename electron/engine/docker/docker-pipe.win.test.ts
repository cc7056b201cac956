// @needs dockerd
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../clock.ts";
import { engineConformance } from "../conformance.ts";
import { UNIX } from "../conformance-dialect.ts";
import { launchSpec, quietWork, Transcript, whenRow } from "../conformance-tools.ts";
import { BusyPipe } from "./fixtures/busy-pipe.ts";
import { HandClock } from "./fixtures/hand-clock.ts";
import { daemonPort, openPipedDaemon, type PipedDaemon } from "./fixtures/piped-daemon.ts";
import { ping } from "./negotiate.ts";

const port = daemonPort(process.env);
const NO_DAEMON = "the runner gave no daemon (ISOSCOPE_TEST_DOCKER_PORT)";
const LINUX_FILES = "The daemon behind this pipe runs on Linux: its paths are not those of this Windows.";
const never = new AbortController().signal;

for (const end of ["closes", "silent"] as const) {
  engineConformance(`docker over a named pipe that ${end}`, async () => {
    if (port === null) return { skip: NO_DAEMON };
    return { ...(await openPipedDaemon(port, end)), isolation: "process", otherFiles: LINUX_FILES };
  });
}

describe("a named pipe that breaks where it should end", () => {
  let piped: PipedDaemon;
  const launched: string[] = [];

  beforeAll(async () => {
    if (port !== null) piped = await openPipedDaemon(port, "breaks");
  });

  afterAll(async () => {
    if (port === null) return;
    for (const id of launched) await piped.engine.control(id, "remove");
    await piped.close();
  });

  const test = (title: string, body: () => Promise<void>) =>
    it(title, (context) => (port === null ? context.skip(NO_DAEMON) : body()));

  async function launch(command: readonly string[], interactive = false): Promise<string> {
    const spec = launchSpec({
      image: piped.image,
      isolation: "process",
      command,
      interactive,
    });
    const id = await piped.engine.launch(spec, quietWork());
    launched.push(id);
    return id;
  }

  test("gives the whole log and no error", async () => {
    const id = await launch(["sh", "-c", "for i in $(seq 500); do echo line-$i; done"]);
    await whenRow(piped.engine, id, (row) => row.state === "exited");
    const { output } = await piped.engine.logs(id, { follow: false, tail: 1000 }, never);
    const transcript = new Transcript(output);
    await transcript.exitCode();
    expect(transcript.text().match(/line-/g)).toHaveLength(500);
  });

  test("ends a followed log when the container does", async () => {
    const id = await launch(UNIX.stays);
    const { output } = await piped.engine.logs(id, { follow: true, tail: 10 }, never);
    const transcript = new Transcript(output);
    await transcript.until(/ready/);
    await piped.engine.control(id, "stop");
    await transcript.exitCode();
    expect(transcript.text()).toBe("ready\nbye\n");
  });

  test("tells the exit of an attached command and of a further one", async () => {
    const id = await launch(["sh", "-c", "read line; exit 6"], true);
    const further = { exec: ["sh", "-c", "seq 2000; exit 4"], columns: 80, rows: 24 };
    const second = new Transcript((await piped.engine.console(id, further, never)).output);
    expect(await second.exitCode()).toBe(4);
    expect(second.text()).toContain("\n2000");
    const first = await piped.engine.console(id, { exec: [], columns: 80, rows: 24 }, never);
    await first.send({ kind: "input", text: "go\n" });
    expect(await new Transcript(first.output).exitCode()).toBe(6);
  });
});

describe("a named pipe", () => {
  it("that is not there is no running daemon", async () => {
    const endpoint = { kind: "socket", path: `//./pipe/isoscope-nobody-${process.pid}` } as const;
    await expect(ping({ title: "Docker", endpoint }, systemClock)).rejects.toMatchObject({
      error: {
        code: "unavailable",
        reason: expect.stringContaining("named pipe"),
        detail: expect.stringContaining("ENOENT"),
      },
    });
  });

  it("whose instances are all in use is given up after our own limit, not the system's", async () => {
    await using busy = await BusyPipe.open(`isoscope-busy-${process.pid}`);
    const clock = new HandClock();
    const asking = ping({ title: "Docker", endpoint: { kind: "socket", path: busy.path } }, clock);
    const refused = expect(asking).rejects.toMatchObject({
      error: {
        code: "unavailable",
        reason: expect.stringContaining("in use"),
        fix: expect.stringContaining("Close"),
      },
    });
    await clock.fire(3_000);
    await refused;
  });

  for (const silent of ["closes", "silent"] as const) {
    it(`lets go of everything that is aborted (${silent})`, async (context) => {
      if (port === null) return context.skip(NO_DAEMON);
      const piped = await openPipedDaemon(port, silent);
      const { engine, image } = piped;
      const spec = launchSpec({ image, isolation: "process", command: ["sh"], interactive: true });
      const id = await engine.launch(spec, quietWork());
      const console = { columns: 80, rows: 24 };
      for (const exec of [[], ["sh"]]) {
        const before = new AbortController();
        before.abort();
        await expect(engine.console(id, { ...console, exec }, before.signal)).rejects.toMatchObject({
          error: { code: "cancelled" },
        });
        const during = new AbortController();
        const opening = engine.console(id, { ...console, exec }, during.signal);
        during.abort();
        await opening.then(
          ({ output }) => readAll(output),
          () => {},
        );
        const after = new AbortController();
        const { output } = await engine.console(id, { ...console, exec }, after.signal);
        after.abort();
        await expect(readAll(output)).rejects.toMatchObject({ error: { code: "cancelled" } });
      }
      const following = new AbortController();
      const { output } = await engine.logs(id, { follow: true, tail: 10 }, following.signal);
      following.abort();
      await expect(readAll(output)).rejects.toMatchObject({ error: { code: "cancelled" } });
      await engine.control(id, "remove");
      // Rejects, or hangs, when a connection is left.
      await piped.close();
    });
  }
});

async function readAll(output: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of output);
}
