import { expect } from "vitest";
import type { Image } from "../contract/container.ts";
import type { OpenBench } from "./conformance-bench.ts";
import { failureOf, quietWork, whenLive } from "./conformance-tools.ts";
import type { Engine, ReadableTar } from "./engine.ts";

type DefineTest = (title: string, body: (bench: OpenBench) => Promise<void>) => void;

const CHUNK = 256 * 1024;

/** An archive of the image of the suite: what an engine saves, it must load. */
async function archiveOf(engine: Engine, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of await engine.exportImage(id, new AbortController().signal)) parts.push(part);
  return Buffer.concat(parts);
}

async function* inParts(archive: Buffer): ReadableTar {
  for (let at = 0; at < archive.length; at += CHUNK) yield archive.subarray(at, at + CHUNK);
}

/** The image of the suite, by a reference or a part of one: podman puts a host before it. */
const ownImage = (engine: Engine, ref: string): Promise<Image> =>
  whenLive(engine.images, (all) =>
    [...all.values()].find(({ refs }) => refs.some((one) => one === ref || one.endsWith(`/${ref}`))),
  );

const whenNoImage = (engine: Engine, id: string): Promise<true> =>
  whenLive(engine.images, (all) => ([...all.values()].some((image) => image.id === id) ? undefined : true));

const loading = (engine: Engine, archive: Buffer) =>
  engine.loadImages(inParts(archive), { sizeBytes: archive.length }, quietWork());

/** What engines promise of images. */
export function imageTests(test: DefineTest): void {
  test("has images with what they run by default, or none and says why", async ({ engine, dialect }) => {
    const { images } = engine.status.capabilities;
    if (!images.can) {
      expect(images.reason).not.toBe("");
      return refusesImages(engine);
    }
    const image = await whenLive(engine.images, (all) => [...all.values()].at(0));
    expect(image.engine).toBe(engine.id);
    expect(image.os).toBe(dialect.os);
  });

  test("loads what it saved: the same image with the same references", async ({ engine, subject, skip }) => {
    const { exportImage } = engine.status.capabilities;
    if (!exportImage.can) return skip(exportImage.reason);
    const image = await ownImage(engine, subject.image);
    const archive = await archiveOf(engine, image.id);
    await engine.removeImage(image.id);
    await whenNoImage(engine, image.id);
    const names = await loading(engine, archive);
    expect(names).toEqual(image.refs);
    expect(await ownImage(engine, subject.image)).toMatchObject({ id: image.id, refs: image.refs });
  });

  test("tells how far loading is, and all of it at the end", async ({ engine, subject, skip }) => {
    const { exportImage } = engine.status.capabilities;
    if (!exportImage.can) return skip(exportImage.reason);
    const { id } = await ownImage(engine, subject.image);
    const archive = await archiveOf(engine, id);
    const told: unknown[] = [];
    const work = { ...quietWork(), progress: (progress: unknown) => void told.push(progress) };
    await engine.loadImages(inParts(archive), { sizeBytes: archive.length }, work);
    const all = { current: archive.length, total: archive.length };
    expect(told.at(-1)).toMatchObject({ transfer: { download: all } });
  });

  test("does not remove an image that a container uses, and says which", async (bench) => {
    const { engine, subject, dialect, launch, skip } = bench;
    const { removeImage } = engine.status.capabilities;
    if (!removeImage.can) return skip(removeImage.reason);
    const image = await ownImage(engine, subject.image);
    const name = `uses-${process.pid}`;
    await launch(dialect.stays, { name });
    const refusal = await failureOf(engine.removeImage(image.id));
    expect(refusal).toMatchObject({ code: "conflict", message: expect.stringContaining(name) });
    expect(await ownImage(engine, subject.image)).toMatchObject({ id: image.id, refs: image.refs });
    expect(await failureOf(engine.removeImage(`sha256:${"0".repeat(64)}`))).toMatchObject({
      code: "image-missing",
    });
  });

  test("makes nothing of an archive that is cut off or given up", async ({ engine, subject, skip }) => {
    const { loadImages } = engine.status.capabilities;
    if (!loadImages.can) return skip(loadImages.reason);
    const image = await ownImage(engine, subject.image);
    const archive = await archiveOf(engine, image.id);
    await engine.removeImage(image.id);
    const cut = archive.subarray(0, archive.length / 2);
    expect((await failureOf(loading(engine, cut))).code).toMatch(/^(http|unavailable)$/);
    expect(await failureOf(givenUp(engine, archive, archive.length / 2))).toMatchObject({
      code: "cancelled",
    });
    expect(await failureOf(givenUp(engine, archive, archive.length))).toMatchObject({ code: "cancelled" });
    await whenNoImage(engine, image.id);
    await loading(engine, archive);
    expect(await ownImage(engine, subject.image)).toMatchObject({ id: image.id });
  });
}

/** Loads an archive and gives it up after so many bytes; after all of them the engine is at work already. */
function givenUp(engine: Engine, archive: Buffer, after: number): Promise<unknown> {
  const abort = new AbortController();
  const bytes = (async function* (): ReadableTar {
    let sent = 0;
    for await (const part of inParts(archive)) {
      yield part;
      sent += part.length;
      if (sent >= after) abort.abort();
    }
  })();
  const work = { signal: abort.signal, progress: () => {} };
  return engine.loadImages(bytes, { sizeBytes: archive.length }, work);
}

/** An engine that runs another's images keeps none and takes none. */
async function refusesImages(engine: Engine): Promise<void> {
  expect(await whenLive(engine.images, (all) => all.size)).toBe(0);
  const work = quietWork();
  const { signal } = work;
  const refused = [
    engine.importImage(inParts(Buffer.alloc(0)), "x:1", { defaultCommand: [], env: {} }, work),
    engine.loadImages(inParts(Buffer.alloc(0)), { sizeBytes: null }, work),
    engine.exportImage("x", signal),
    engine.removeImage("x"),
  ];
  for (const each of refused) expect(await failureOf(each)).toMatchObject({ code: "unsupported" });
}
