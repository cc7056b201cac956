import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRequired } from "../../conformance-bench.ts";
import { launchSpec, quietWork, rowsNow, whenRow, whenStatus } from "../../conformance-tools.ts";
import { ensureDemoImage } from "../../demo-image.ts";
import { openDockerEngine } from "../engine.ts";
import {
  openPrivateDockerd,
  optionsIn,
  type PrivateDockerd,
  realDeps,
  whyNoDockerd,
} from "../fixtures/private-dockerd.ts";
import { RawDocker } from "../fixtures/raw-docker.ts";
import { EXPORT_LABEL } from "../labels.ts";
import { fixedEndpoint } from "../locator.ts";
import { daemonParts, runningProcesses } from "./leftover-processes.ts";
import { ManagedDaemon } from "./managed-daemon.ts";

const why = whyNoDockerd();

describe("a managed dockerd", () => {
  let open: PrivateDockerd;

  beforeEach(async (context) => {
    if (why !== null && !isRequired("docker")) return context.skip(why);
    open = await openPrivateDockerd();
  });

  afterEach(async () => {
    if (why !== null) return;
    await open.close();
    expect(await partsOf(open.directory)).toEqual([]);
    expect(await readFile("/proc/self/mounts", "utf8")).not.toContain(open.directory);
    expect(existsSync(open.directory)).toBe(false);
    expect(hasBridge()).toBe(false);
  });

  const hasBridge = () => existsSync(`/sys/class/net/${open.daemon.portBridge}`);

  const partsOf = async (directory: string) =>
    daemonParts(await runningProcesses(), `${directory}/run/exec`).map(({ pid }) => pid);

  const launch = ({ engine, image }: Pick<PrivateDockerd, "engine" | "image">) =>
    engine.launch(launchSpec({ image, isolation: "process", command: ["sleep", "1000"] }), quietWork());

  it("is shown as managed and comes back after kill -9, with its rows", async () => {
    const { engine, daemon, image } = open;
    expect(engine.status).toMatchObject({ managed: true, state: "live" });
    const id = await launch(open);
    const other = new RawDocker(daemon.endpoint);
    const abandoned = await other.create(image, { [EXPORT_LABEL]: "1" });
    const first = daemon.pid;
    const stale = whenStatus(engine, (status) => status.state === "stale");
    process.kill(first ?? 0, "SIGKILL");

    const { error, retryAt, lastSeen } = await stale;
    expect(error).toMatchObject({ code: "unavailable", reason: expect.stringContaining("SIGKILL") });
    expect(retryAt).not.toBeNull();
    expect(lastSeen).not.toBeNull();
    expect((await rowsNow(engine)).map((row) => row.id)).toContain(id);

    await whenStatus(engine, (status) => status.state === "live");
    expect(daemon.pid).not.toBe(first);
    await whenRow(engine, id, (row) => row.state === "exited");
    expect(await other.list()).not.toContain(abandoned);
    other.close();
  });

  it("clears away what a killed daemon of an earlier app has left", async () => {
    const { daemon, directory } = open;
    await launch(open);
    const ofEarlierApp = new ManagedDaemon(optionsIn(`${directory}/earlier`));
    const engine = openDockerEngine(
      { id: "earlier", title: "Docker", locator: fixedEndpoint(await ofEarlierApp.ensure()) },
      realDeps,
    );
    await whenStatus(engine, (status) => status.state === "live");
    const image = await ensureDemoImage(engine, quietWork());
    await launch({ ...open, engine, image });
    await engine[Symbol.asyncDispose]();
    const partsOfEarlier = () => partsOf(`${directory}/earlier`);
    process.kill(ofEarlierApp.pid ?? 0, "SIGKILL");
    const left = await partsOfEarlier();
    expect(left).not.toEqual([]);

    const ofThisApp = new ManagedDaemon(optionsIn(`${directory}/earlier`));
    await ofThisApp.ensure();
    expect((await partsOfEarlier()).filter((pid) => left.includes(pid))).toEqual([]);
    await ofThisApp[Symbol.asyncDispose]();
    expect(await partsOfEarlier()).toEqual([]);
    expect(daemon.pid).not.toBeNull();
    expect(await partsOf(directory)).not.toEqual([]);
  });

  it("leaves the host's network alone until a port is asked for, and again when it ends", async () => {
    const { engine, daemon, image } = open;
    await launch(open);
    expect(hasBridge()).toBe(false);
    const holes = [{ kind: "port", hostIp: "127.0.0.1", containerPort: 80, protocol: "tcp" }] as const;
    const spec = launchSpec({ image, isolation: "process", command: ["sleep", "1000"], holes });
    const id = await engine.launch(spec, quietWork());
    expect(hasBridge()).toBe(true);
    process.kill(daemon.pid ?? 0, "SIGKILL");
    await whenStatus(engine, ({ state }) => state === "stale");
    await whenStatus(engine, ({ state }) => state === "live");
    await whenRow(engine, id, ({ state }) => state === "exited");
    await engine.control(id, "start");
    await whenRow(engine, id, ({ ports }) => ports.some(({ hostPort }) => hostPort !== null));
  });

  it("is adopted, not stopped, by a second Isoscope", async () => {
    const { engine, daemon, directory } = open;
    const second = new ManagedDaemon({ ...optionsIn(directory), dockerd: "/nowhere/dockerd" });
    expect(await second.ensure()).toEqual(daemon.endpoint);
    expect(second.pid).toBeNull();
    await second[Symbol.asyncDispose]();
    await launch(open);
    expect(engine.status.state).toBe("live");
  });
});
