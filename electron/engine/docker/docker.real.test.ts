import { unpackTar } from "modern-tar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutputChunk } from "../../contract/streams.ts";
import { engineConformance } from "../conformance.ts";
import { isRequired } from "../conformance-bench.ts";
import { launchSpec, quietWork, rowsNow, whenGone, whenRow } from "../conformance-tools.ts";
import { hasPodman, openPodmanService } from "./fixtures/podman-service.ts";
import { openPrivateDockerd, type PrivateDockerd, whyNoDockerd } from "./fixtures/private-dockerd.ts";
import { RawDocker } from "./fixtures/raw-docker.ts";

const why = whyNoDockerd();

engineConformance("docker", async () => {
  if (why !== null) return { skip: why };
  return { ...(await openPrivateDockerd()), isolation: "process" };
});

// Not part of what a machine is set up with: where it is, it must hold too.
if (hasPodman()) {
  engineConformance("podman", async () => ({ ...(await openPodmanService()), isolation: "process" }));
}

describe("an engine on a real dockerd", () => {
  let open: PrivateDockerd;
  let other: RawDocker;

  beforeAll(async () => {
    if (why !== null && !isRequired("docker")) return;
    open = await openPrivateDockerd();
    other = new RawDocker(open.daemon.endpoint);
  });

  afterAll(async () => {
    if (why !== null) return;
    other.close();
    await open.close();
  });

  const test = (title: string, body: () => Promise<void>) =>
    it(title, (context) => (why !== null && !isRequired("docker") ? context.skip(why) : body()));

  test("shows what others start, kill and remove, without being asked", async () => {
    const { engine, image } = open;
    const id = await other.create(image);
    await whenRow(engine, id, (row) => row.state === "created");
    await other.post(`/containers/${id}/start`);
    await whenRow(engine, id, (row) => row.state === "running");
    await other.post(`/containers/${id}/kill`);
    const row = await whenRow(engine, id, (it) => it.state === "exited");
    expect(row.exitCode).toBe(137);
    await other.remove(id);
    await whenGone(engine, id);
  });

  test("says which PIDs of the host the processes have", async () => {
    const { engine, image } = open;
    const id = await engine.launch(
      launchSpec({ image, isolation: "process", command: ["sleep", "1000"] }),
      quietWork(),
    );
    const { rows, source } = await engine.processes(id);
    const row = await whenRow(engine, id, () => true);
    expect(source).toBe("docker top");
    expect(rows.map(({ hostPid, pid }) => ({ hostPid, pid }))).toEqual([{ hostPid: row.mainPid, pid: null }]);
    await engine.control(id, "remove");
  });

  test("tells the time of each line, also of a terminal's log", async () => {
    const { engine, image } = open;
    for (const interactive of [false, true]) {
      const command = ["sh", "-c", "echo one; echo two"];
      const spec = launchSpec({ image, isolation: "process", command, interactive });
      const id = await engine.launch(spec, quietWork());
      await whenRow(engine, id, (row) => row.state === "exited");
      const { output } = await engine.logs(id, { follow: false, tail: 10 }, new AbortController().signal);
      const chunks: OutputChunk[] = [];
      for await (const chunk of output) chunks.push(chunk);
      const texts = chunks.map((chunk) => (chunk.kind === "text" ? chunk.text.replace("\r", "") : ""));
      expect(texts).toEqual(["one\n", "two\n"]);
      expect(chunks.every((chunk) => chunk.kind === "text" && chunk.at !== null && chunk.at > 1e12)).toBe(
        true,
      );
      await engine.control(id, "remove");
    }
  });

  test("loses no line of a log however slow its reader is", async () => {
    const { engine, image } = open;
    const command = ["busybox", "seq", "1", "200000"];
    const id = await engine.launch(launchSpec({ image, isolation: "process", command }), quietWork());
    await whenRow(engine, id, (row) => row.state === "exited");
    const { output } = await engine.logs(
      id,
      { follow: false, tail: 1_000_000 },
      new AbortController().signal,
    );
    let next = 1;
    for await (const chunk of output) {
      expect(chunk).toMatchObject({ kind: "text", text: `${next}\n` });
      next += 1;
      if (next % 10_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(next).toBe(200_001);
    await engine.control(id, "remove");
  });

  test("refuses isolation by VM, with the reason its capability gives", async () => {
    const { engine, image } = open;
    const { hyperv } = engine.status.capabilities.launch;
    expect(hyperv.can).toBe(false);
    const launching = engine.launch(
      launchSpec({ image, isolation: "hyperv", command: ["true"] }),
      quietWork(),
    );
    await expect(launching).rejects.toMatchObject({
      error: { code: "unsupported", reason: hyperv.can ? "" : hyperv.reason },
    });
  });

  test("runs the image's own command when none is given", async () => {
    const { engine, image } = open;
    const id = await engine.launch(launchSpec({ image, isolation: "process" }), quietWork());
    const row = await whenRow(engine, id, (it) => it.state === "running");
    expect(row.command).toBe("ping 127.0.0.1");
    await engine.control(id, "remove");
  });

  test("exports an image's files and leaves no helper, and shows none meanwhile", async () => {
    const { engine, image } = open;
    const { signal } = new AbortController();
    const before = await other.list();
    const config = await engine.imageSource.resolve(image, signal);
    expect(config).toMatchObject({ os: "linux", command: ["ping", "127.0.0.1"], env: { PATH: "/bin" } });
    const tar = await engine.imageSource.exportFilesystem(config, signal);
    expect(await other.list()).toHaveLength(before.length + 1);
    expect(await rowsNow(engine)).toHaveLength(before.length);
    const parts: Uint8Array[] = [];
    for await (const part of tar) parts.push(part);
    const names = (await unpackTar(Buffer.concat(parts))).map(({ header }) => header.name);
    expect(names).toEqual(expect.arrayContaining(["bin/busybox", "bin/ping", "etc/passwd"]));
    expect(await other.list()).toEqual(before);
  });

  test("leaves no helper when an export is given up or aborted", async () => {
    const { engine, image } = open;
    const abort = new AbortController();
    const before = await other.list();
    const config = await engine.imageSource.resolve(image, abort.signal);
    for await (const _ of await engine.imageSource.exportFilesystem(config, abort.signal)) break;
    expect(await other.list()).toEqual(before);
    const tar = await engine.imageSource.exportFilesystem(config, abort.signal);
    abort.abort();
    const reading = (async () => {
      for await (const _ of tar);
    })();
    await expect(reading).rejects.toMatchObject({ error: { code: "cancelled" } });
    expect(await other.list()).toEqual(before);
  });

  test("makes no image of a torn tar", async () => {
    const { engine } = open;
    const abort = new AbortController();
    const torn = async function* () {
      yield new Uint8Array(512);
      abort.abort();
      yield new Uint8Array(512);
    };
    const work = { signal: abort.signal, progress: () => {} };
    const options = { defaultCommand: [], env: {} };
    const importing = engine.importImage(torn(), "isoscope/torn:1", options, work);
    await expect(importing).rejects.toMatchObject({ error: { code: "cancelled" } });
    const missing = engine.imageSource.resolve("isoscope/torn:1", new AbortController().signal);
    await expect(missing).rejects.toMatchObject({ error: { code: "image-missing" } });
  });
});
