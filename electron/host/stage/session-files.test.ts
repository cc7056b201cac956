import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StageBench } from "./fixtures/stage-bench.ts";

let folder: string;
let bench: StageBench;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope-files-"));
  bench = new StageBench();
});
afterEach(async () => {
  await bench[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const opened = (path: string) => bench.client.call("session.openFile", { path });

test.each([
  ["a missing file", "nowhere.isoscope"],
  ["a folder", "."],
  ["a device", "/dev/zero"],
  ["a text", "text.isoscope"],
])("%s is refused and this host stays", async (_, name) => {
  await writeFile(join(folder, "text.isoscope"), "hello\n");
  await expect(opened(name.startsWith("/") ? name : join(folder, name))).rejects.toMatchObject({
    error: { code: expect.stringMatching(/^(?:not-found|invalid)$/) },
  });
  expect(bench.sessions.replaying).toBe(false);
});

test.skipIf(process.platform === "win32")("a pipe nobody writes into does not hold it up", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  await symlink(pipe, join(folder, "link"));
  await expect(opened(join(folder, "link"))).rejects.toMatchObject({ error: { code: "not-found" } });
});

test("closing the stream before the file is whole leaves all as it was", async () => {
  let asked = 0;
  const stream = bench.client.stream(
    "session.open",
    { name: "a.isoscope", size: null },
    { chunk: () => void asked++, end: () => {} },
  );
  await bench.settle();
  expect(asked).toBe(1);
  stream.close();
  await bench.settle();
  expect(bench.sessions.replaying).toBe(false);
});

test("behind a recording engines that are not live are let try on, and those that are left alone", async () => {
  const { docker, microvm } = bench;
  const session = bench.follow("session.watch", {}).items;
  const { stop } = bench.follow("engines.watch", {});
  docker.setStatus({ state: "failed" });
  await bench.settle();
  expect([docker.attended.at(-1), microvm.attended.at(-1)]).toEqual([true, true]);
  await bench.client.call("session.openBuiltIn", {});
  await bench.settle();
  expect([docker.attended.at(-1), microvm.attended.at(-1)]).toEqual([true, false]);
  expect(session.get("session")).toMatchObject({ liveHere: ["microvm"] });
  docker.setStatus({ state: "live" });
  await bench.settle();
  expect(docker.attended.at(-1)).toBe(false);
  expect(session.get("session")).toMatchObject({ liveHere: ["docker", "microvm"] });
  await bench.client.call("session.close", {});
  expect([docker.attended.at(-1), microvm.attended.at(-1)]).toEqual([true, true]);
  stop();
  await bench.settle();
  expect([docker.attended.at(-1), microvm.attended.at(-1)]).toEqual([false, false]);
});

test("a job goes on behind a recording, and is told", async () => {
  let finish: (id: string) => void = () => {};
  bench.docker.launching = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  const jobs = bench.follow("jobs.watch", {}).items;
  const { job } = await bench.client.call("containers.launch", { image: "a", isolation: "process" });
  await bench.settle();
  await bench.client.call("session.openBuiltIn", {});
  finish("made");
  await bench.settle();
  expect(jobs.get(job)).toMatchObject({ state: "done", container: "docker/made" });
});
