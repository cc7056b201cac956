import type { Image } from "../contract/container.ts";
import { demoTar, readBusybox } from "./demo-tar.ts";
import type { Engine, WorkContext } from "./engine.ts";

/** The image of the demo: made here from the host's static busybox, so that nothing has to be pulled. */
export const DEMO_IMAGE = "isoscope/demo:latest";

const OPTIONS = { defaultCommand: ["ping", "127.0.0.1"], env: { PATH: "/bin" } };

/**
 * Imports the demo image unless the engine has it, and resolves with its id. The engine must be live.
 * Rejects with `unavailable` when the host has no static busybox, and with what `importImage` rejects with.
 */
export async function ensureDemoImage(
  engine: Pick<Engine, "images" | "importImage">,
  work: WorkContext,
): Promise<string> {
  const present = (await imagesNow(engine)).find((image) => image.refs.some(isDemo));
  if (present) return present.id;
  work.progress({ phase: "Making the demo image" });
  const tar = await demoTar(await readBusybox());
  return engine.importImage(inChunks(tar), DEMO_IMAGE, OPTIONS, work);
}

/** podman puts a host before it. */
const isDemo = (ref: string): boolean => ref === DEMO_IMAGE || ref.endsWith(`/${DEMO_IMAGE}`);

function imagesNow({ images }: Pick<Engine, "images">): Promise<readonly Image[]> {
  return new Promise((resolve, reject) => {
    const stop = images.subscribe({
      snapshot: ({ entries }) => {
        queueMicrotask(() => stop());
        resolve(entries.map(([, image]) => image));
      },
      change: () => {},
      fail: reject,
    });
  });
}

const CHUNK = 256 * 1024;

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
