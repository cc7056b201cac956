import fc from "fast-check";
import { packTar } from "modern-tar";
import { describe, expect, test } from "vitest";
import type { Image } from "../../contract/container.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { ExportChunk, UploadAsk, UploadPart } from "../../contract/image.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { failureOf } from "../../engine/conformance-tools.ts";
import type { ReadableTar } from "../../engine/engine.ts";
import { ManualClock } from "../../engine/manual-clock.ts";
import { FakeEngine } from "../fixtures/fake-engine.ts";
import { Jobs } from "../jobs.ts";
import { ImageWork } from "./image-work.ts";

const IMAGE: Image = {
  key: "docker/sha256:1",
  engine: "docker",
  id: "sha256:1",
  refs: ["demo:1"],
  sizeBytes: 1,
  os: "linux",
  architecture: "amd64",
  osVersion: null,
  layers: 1,
  createdAt: null,
  defaultCommand: [],
};

async function bytesOf(tar: ReadableTar): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of tar) parts.push(part);
  return Buffer.concat(parts);
}

function bench() {
  const docker = new FakeEngine("docker", "process");
  const microvm = new FakeEngine("microvm", "hyperv");
  const images = new LiveStore<Image>();
  images.update([[IMAGE.key, IMAGE]]);
  const jobs = new Jobs(new ManualClock());
  const taken: { kind: string; bytes: Buffer; ref?: string }[] = [];
  docker.loadImages = async (archive) => {
    taken.push({ kind: "images", bytes: await bytesOf(archive) });
    return ["demo:1"];
  };
  docker.importImage = async (tar, ref) => {
    taken.push({ kind: "filesystem", bytes: await bytesOf(tar), ref });
    return "sha256:2";
  };
  const work = new ImageWork([microvm, docker], images, jobs);
  const jobNow = () => [...jobs.live.values()].at(-1);
  return { docker, work, jobs, taken, jobNow };
}

const tarOf = (name: string, body = "x".repeat(3000)) =>
  packTar([{ header: { name, size: body.length, type: "file" }, body }]).then((tar) => Buffer.from(tar));

/** Answers as a page does; the parts are cut at these sizes, over and over. */
async function give(
  session: StreamSession<UploadAsk, UploadPart>,
  file: Buffer,
  { sizes = [1000], refs = ["fs:1"] }: { sizes?: readonly number[]; refs?: readonly string[] } = {},
): Promise<UploadAsk[]> {
  const asked: UploadAsk[] = [];
  let [at, wants, names] = [0, 0, 0];
  for await (const ask of session.output) {
    asked.push(ask);
    if (ask.kind === "want-reference") void session.send({ kind: "reference", ref: refs[names++] ?? "" });
    if (ask.kind !== "want") continue;
    const part = file.subarray(at, at + (sizes[wants++ % sizes.length] ?? 1));
    at += part.length;
    void session.send(
      part.length === 0 ? { kind: "end" } : { kind: "bytes", base64: part.toString("base64") },
    );
  }
  return asked;
}

const FILE = { name: "file.tar", size: null };
const never = () => new AbortController().signal;

describe("uploads", () => {
  test("images go to the first engine that takes them, byte for byte, whatever the parts are", async () => {
    const file = await tarOf("manifest.json");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1 }), async (sizes) => {
        const { work, taken } = bench();
        const asked = await give(work.upload(FILE, never()), file, { sizes });
        expect(asked.at(-1)).toEqual({ kind: "done", names: ["demo:1"] });
        expect(taken).toEqual([{ kind: "images", bytes: file }]);
      }),
      { numRuns: 20 },
    );
  });

  test("a root filesystem is asked for a reference until it is one", async () => {
    const { work, taken, jobNow } = bench();
    const file = await tarOf("bin/sh");
    const asked = await give(work.upload(FILE, never()), file, { refs: ["Not One", "fs:1"] });
    expect(asked.filter(({ kind }) => kind === "want-reference")).toEqual([
      { kind: "want-reference", suggested: "file:latest", problem: null },
      { kind: "want-reference", suggested: "file:latest", problem: expect.stringContaining("lower case") },
    ]);
    expect(taken).toEqual([{ kind: "filesystem", bytes: file, ref: "fs:1" }]);
    expect(jobNow()).toMatchObject({ state: "done", kind: "import-image", title: "Import file.tar" });
  });

  test("asks for one part at a time, and drops what was not asked for", async () => {
    const { work } = bench();
    const session = work.upload(FILE, never());
    const output = session.output[Symbol.asyncIterator]();
    expect((await output.next()).value).toMatchObject({ kind: "job" });
    void session.send({ kind: "bytes", base64: "AAAA" });
    expect((await output.next()).value).toEqual({ kind: "want" });
    await output.return?.();
  });

  test.each([
    ["nothing", Buffer.alloc(0), /empty/],
    ["no tar", Buffer.from("hello"), /not a tar/],
    ["torn gzip", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), /gzip|not a tar/],
  ])("a file of %s is refused and reaches no engine", async (_what, file, why) => {
    const { work, taken, jobNow } = bench();
    const refusal = await failureOf(give(work.upload(FILE, never()), file));
    expect(refusal).toMatchObject({ code: "invalid", message: expect.stringMatching(why) });
    expect(taken).toEqual([]);
    expect(jobNow()).toMatchObject({ state: "failed", error: refusal });
  });

  test("a part that is no base64, or answers another question, ends it", async () => {
    for (const bad of [
      { kind: "bytes", base64: "not base64!" },
      { kind: "bytes", base64: "" },
      { kind: "reference", ref: "x:1" },
    ] as const) {
      const { work } = bench();
      const session = work.upload(FILE, never());
      const ended = (async () => {
        for await (const ask of session.output) if (ask.kind === "want") void session.send(bad);
      })();
      expect(await failureOf(ended)).toMatchObject({ code: "invalid" });
    }
  });

  test("a closed stream cancels the job, and a cancelled job ends the stream", async () => {
    const { work, jobs, jobNow } = bench();
    const abort = new AbortController();
    const output = work.upload(FILE, abort.signal).output[Symbol.asyncIterator]();
    await output.next();
    abort.abort();
    await jobs.close();
    expect(jobNow()).toMatchObject({ state: "cancelled" });

    const other = work.upload(FILE, never());
    const ended = failureOf(give(other, Buffer.alloc(0), { sizes: [0] }).then(() => undefined));
    jobs.cancel(jobNow()?.id ?? "");
    expect((await ended).code).toMatch(/cancelled|invalid/);
  });

  test("an engine that takes only images refuses a root filesystem with its reason", async () => {
    const { docker, work } = bench();
    const reason = "Windows daemons do not import root filesystems.";
    const { capabilities } = docker.status;
    docker.setStatus({ capabilities: { ...capabilities, importImage: { can: false, reason } } });
    const refusal = await failureOf(give(work.upload(FILE, never()), await tarOf("bin/sh")));
    expect(refusal).toMatchObject({ code: "unsupported", reason });
  });

  test("an engine without images gives its reason before anything is sent", () => {
    const { work } = bench();
    expect(() => work.upload({ ...FILE, engine: "microvm" }, never())).toThrow("This fixture cannot.");
  });
});

describe("exports", () => {
  const partsOf = (chunks: readonly ExportChunk[]) =>
    Buffer.concat(
      chunks.flatMap((chunk) => (chunk.kind === "bytes" ? [Buffer.from(chunk.base64, "base64")] : [])),
    );

  test("hand the archive out whole, in parts, after the job that tells how far it is", async () => {
    const { docker, work, jobs, jobNow } = bench();
    const archive = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 251));
    docker.exportImage = async () =>
      (async function* () {
        yield archive.subarray(0, 150_000);
        yield archive.subarray(150_000);
      })();
    const chunks: ExportChunk[] = [];
    for await (const chunk of work.export(IMAGE.key, never()).output) chunks.push(chunk);
    expect(chunks[0]).toEqual({ kind: "job", job: jobNow()?.id });
    expect(partsOf(chunks).equals(archive)).toBe(true);
    await jobs.close();
    expect(jobNow()).toMatchObject({ state: "done", progress: { current: 200_000, total: null } });
  });

  test("a failure ends stream and job alike", async () => {
    const { docker, work, jobs, jobNow } = bench();
    docker.exportImage = async () => Promise.reject(new Error("gone"));
    const reading = (async () => {
      for await (const _ of work.export(IMAGE.key, never()).output);
    })();
    await expect(reading).rejects.toThrow("gone");
    await jobs.close();
    expect(jobNow()).toMatchObject({ state: "failed" });
  });

  test("a stream that is closed, read or not, cancels the job", async () => {
    for (const reads of [0, 1, 2]) {
      const { docker, work, jobs, jobNow } = bench();
      docker.exportImage = async () =>
        (async function* () {
          for (;;) yield Buffer.alloc(10);
        })();
      const abort = new AbortController();
      const output = work.export(IMAGE.key, abort.signal).output[Symbol.asyncIterator]();
      for (let i = 0; i < reads; i++) await output.next();
      abort.abort();
      await output.return?.();
      await jobs.close();
      expect(jobNow()).toMatchObject({ state: "cancelled" });
    }
  });
});

test("removing is the engine's, an unknown image is not found", async () => {
  const { docker, work } = bench();
  await work.remove(IMAGE.key);
  expect(docker.asked).toEqual(["remove image sha256:1"]);
  expect(await failureOf(work.remove("docker/sha256:9"))).toMatchObject({ code: "not-found", what: "image" });
});
