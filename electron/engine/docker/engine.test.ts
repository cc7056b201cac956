import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rowsNow, whenRow, whenStatus } from "../conformance-tools.ts";
import { type DockerEngine, openDockerEngine } from "./engine.ts";
import { FakeDaemon } from "./fixtures/fake-daemon.ts";
import { HandClock } from "./fixtures/hand-clock.ts";
import { fixedEndpoint } from "./locator.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);

describe("the connection of a Docker engine", () => {
  let daemon: FakeDaemon;
  let clock: HandClock;
  let engine: DockerEngine;

  beforeEach(async () => {
    daemon = await FakeDaemon.open();
    clock = new HandClock();
    engine = connect(daemon, clock);
  });

  afterEach(async () => {
    await engine[Symbol.asyncDispose]();
    expect(engine.status.state).toBe("stopped");
    await daemon[Symbol.asyncDispose]();
  });

  const live = () => whenStatus(engine, (status) => status.state === "live");

  it("returns at once, then is live, and opens the events before it lists", async () => {
    expect(engine.status.state).toBe("connecting");
    await expect(engine.inspect(A)).rejects.toMatchObject({ error: { code: "unavailable" } });
    await live();
    expect(engine.status).toMatchObject({ version: "20.10.24", error: null, managed: false });
    expect(daemon.asked.indexOf("/events")).toBeLessThan(daemon.asked.indexOf("/containers/json"));
  });

  it("keeps its rows while the daemon is away, waits longer each time, and reads all anew", async () => {
    daemon.containers([{ Id: A, Name: "/one" }]);
    await live();
    const stale = whenStatus(engine, (status) => status.state === "stale");
    await daemon.die();
    const { error, retryAt, capabilities } = await stale;
    expect(error).toMatchObject({ code: "unavailable", fix: expect.any(String), detail: expect.any(String) });
    expect(retryAt).toBe(clock.now() + 100);
    expect(capabilities.launch.process.can).toBe(false);
    for (const wait of [200, 400, 800]) {
      const again = whenStatus(engine, (status) => status.retryAt === clock.now() + wait);
      await clock.fire(wait / 2);
      await again;
    }
    expect((await rowsNow(engine)).map((row) => row.name)).toEqual(["one"]);

    daemon.containers([{ Id: B, Name: "/two" }]);
    await daemon.start();
    await clock.fire(800);
    await live();
    expect((await rowsNow(engine)).map((row) => row.name)).toEqual(["two"]);
  });

  it("tries at once when asked to, and tells when that attempt has ended", async () => {
    await live();
    const stale = whenStatus(engine, (status) => status.state === "stale");
    await daemon.die();
    await stale;
    await engine.retry();
    expect(engine.status.state).toBe("stale");
    await daemon.start();
    await engine.retry();
    expect(engine.status.state).toBe("live");
  });

  it("notices a daemon that holds its connections and says nothing", async () => {
    await live();
    daemon.answers.set("/_ping", () => {});
    const stale = whenStatus(engine, (status) => status.state === "stale");
    await clock.fire(4_000);
    await clock.fire(5_000);
    expect((await stale).error).toMatchObject({ reason: "It has not answered for 5 s." });
  });

  it("asks for nothing while nobody looks, and at once when somebody does again", async () => {
    await live();
    engine.attend?.(false);
    await clock.fire(4_000);
    const before = daemon.asked.length;
    daemon.containers([{ Id: A, Name: "/told" }]);
    daemon.say({ Type: "container", Action: "start", Actor: { ID: A } });
    await whenRow(engine, A, (row) => row.name === "told");
    expect(daemon.asked.slice(before)).toEqual([`/containers/${A}/json`]);
    const seen = whenStatus(engine, (status) => status.lastSeen === clock.now());
    engine.attend?.(true);
    await seen;
    expect(daemon.asked.at(-1)).toBe("/_ping");
  });

  it("keeps the last sign of life fresh", async () => {
    const { lastSeen } = await live();
    const seen = whenStatus(engine, (status) => (status.lastSeen ?? 0) > (lastSeen ?? 0));
    await clock.fire(4_000);
    expect((await seen).lastSeen).toBe(clock.now());
  });

  it("reads only the container an event names", async () => {
    daemon.containers([
      { Id: A, Name: "/one" },
      { Id: B, Name: "/two" },
    ]);
    await live();
    daemon.asked.length = 0;
    daemon.containers([
      { Id: A, Name: "/renamed" },
      { Id: B, Name: "/two" },
    ]);
    daemon.say({ Type: "container", Action: "top", Actor: { ID: B } });
    daemon.say({ Type: "container", Action: "rename", Actor: { ID: A } });
    await whenRow(engine, A, (row) => row.name === "renamed");
    expect(daemon.asked).toEqual([`/containers/${A}/json`]);
  });

  it("lists anew now and then, for events that got lost", async () => {
    await live();
    daemon.containers([{ Id: A, Name: "/unheard" }]);
    const row = whenRow(engine, A, () => true);
    for (let beat = 0; beat < 8; beat++) await clock.fire(4_000);
    expect((await row).name).toBe("unheard");
  });

  it("says that a daemon is too old, or none at all", async () => {
    await live();
    daemon.answers.set(
      "/_ping",
      (_request, response) => void response.setHeader("Api-Version", "1.12").end(),
    );
    const stale = whenStatus(engine, (status) => status.state === "stale");
    await daemon.die();
    await stale;
    await daemon.start();
    await engine.retry();
    expect(engine.status.error).toMatchObject({ reason: expect.stringContaining("1.12") });
  });
});

const connect = (daemon: FakeDaemon, clock: HandClock) =>
  openDockerEngine(
    { id: "docker", title: "Docker", locator: fixedEndpoint(daemon.endpoint) },
    { clock, random: () => 0, host: { platform: "linux", kernelRelease: "6.1.0" } },
  );

it("throws away an answer that was asked for before the one that is shown", async () => {
  await using daemon = await FakeDaemon.open();
  const held: (() => void)[] = [];
  daemon.containers([{ Id: A, Name: "/old" }]);
  const old = daemon.answers.get(`/containers/${A}/json`);
  const holding = new Promise<void>((resolve) => {
    daemon.answers.set(`/containers/${A}/json`, (request, response) => {
      held.push(() => old?.(request, response));
      resolve();
    });
  });
  await using engine = connect(daemon, new HandClock());
  await holding;
  daemon.containers([{ Id: A, Name: "/new" }]);
  daemon.say({ Type: "container", Action: "rename", Actor: { ID: A } });
  await whenRow(engine, A, (row) => row.name === "new");
  for (const release of held) release();
  await whenStatus(engine, (status) => status.state === "live");
  expect((await rowsNow(engine)).map((row) => row.name)).toEqual(["new"]);
});

it("answers a burst of events with few reads", async () => {
  await using daemon = await FakeDaemon.open();
  daemon.containers([{ Id: A, Name: "/one" }]);
  await using engine = connect(daemon, new HandClock());
  await whenStatus(engine, (status) => status.state === "live");
  daemon.asked.length = 0;
  daemon.containers([{ Id: A, Name: "/two" }]);
  daemon.say(...Array.from({ length: 50 }, () => ({ Type: "container", Action: "start", Actor: { ID: A } })));
  await whenRow(engine, A, (row) => row.name === "two");
  expect(daemon.asked.length).toBeLessThan(10);
});
