import type { z } from "zod";
import type { Image } from "../../contract/container.ts";
import type { Capabilities } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import type { ExportChunk, UploadAsk, UploadFile, UploadPart } from "../../contract/image.ts";
import type { LiveStore } from "../../contract/live-store.ts";
import type { Engine, WorkContext } from "../../engine/engine.ts";
import type { Jobs } from "../jobs.ts";
import { Exchange } from "./exchange.ts";
import { exportChunks } from "./export-chunks.ts";
import { takeFile, type UploadExchange } from "./upload.ts";

type ImageCapability = keyof Pick<Capabilities, "loadImages" | "importImage" | "exportImage" | "removeImage">;

interface Found {
  readonly engine: Engine;
  readonly image: Image;
}

/** Bringing images in, handing them out and removing them. In and out are jobs, tied to the stream that carries them. */
export class ImageWork {
  readonly #engines: readonly Engine[];
  readonly #images: LiveStore<Image>;
  readonly #jobs: Jobs;

  constructor(engines: readonly Engine[], images: LiveStore<Image>, jobs: Jobs) {
    this.#engines = engines;
    this.#images = images;
    this.#jobs = jobs;
  }

  /** Throws `unsupported` when no engine keeps images. Aborting the signal undoes what was begun. */
  upload(file: z.output<typeof UploadFile>, signal: AbortSignal): StreamSession<UploadAsk, UploadPart> {
    const engine = this.#keeper(file.engine);
    const exchange: UploadExchange = new Exchange();
    const job = this.#jobs.start({
      kind: "import-image",
      title: `Import ${file.name}`,
      work: (work) =>
        endedWith(exchange, work, async () => {
          exchange.tell({ kind: "done", names: [...(await takeFile(exchange, file, engine, work))] });
        }),
    });
    this.#cancelWith(signal, job);
    exchange.tell({ kind: "job", job });
    return exchange;
  }

  /** Throws `not-found` and `unsupported`. */
  export(key: string, signal: AbortSignal): StreamSession<ExportChunk, never> {
    const { engine, image } = this.#able(key, "exportImage");
    let begin: (work: WorkContext) => void = () => {};
    let end: (thrown?: unknown) => void = () => {};
    const begun = new Promise<WorkContext>((resolve) => {
      begin = resolve;
    });
    const ended = new Promise<null>((resolve, reject) => {
      end = (thrown) => (thrown === undefined ? resolve(null) : reject(thrown));
    });
    const job = this.#jobs.start({
      kind: "export-image",
      title: `Export ${image.refs[0] ?? image.id}`,
      work: (work) => {
        begin(work);
        // A stream that is closed before it is read never runs.
        const cancel = () => end(cancelledExport());
        if (work.signal.aborted) cancel();
        else work.signal.addEventListener("abort", cancel, { once: true });
        return ended;
      },
    });
    this.#cancelWith(signal, job);
    return {
      output: reported(job, begun, (work) => exportChunks(engine, image.id, work), end),
      send: () => {},
    };
  }

  /** Resolves when the image is gone. */
  async remove(key: string): Promise<void> {
    const { engine, image } = this.#able(key, "removeImage");
    await engine.removeImage(image.id);
  }

  #cancelWith(signal: AbortSignal, job: string): void {
    const cancel = () => this.#jobs.cancel(job);
    if (signal.aborted) cancel();
    else signal.addEventListener("abort", cancel, { once: true });
  }

  #able(key: string, capability: ImageCapability): Found {
    const image = this.#images.get(key);
    const engine = this.#engines.find(({ id }) => id === image?.engine);
    if (!image || !engine) throw new IsoscopeFailure({ code: "not-found", what: "image", name: key });
    refuse(engine, capability);
    return { engine, image };
  }

  /** The named engine, or the first that takes files. */
  #keeper(id: string | undefined): Engine {
    const named = id === undefined ? this.#engines : this.#engines.filter((engine) => engine.id === id);
    const takes = ({ status: { capabilities } }: Engine) =>
      capabilities.loadImages.can || capabilities.importImage.can;
    const keeper = named.find(takes) ?? named[0];
    if (!keeper) throw new IsoscopeFailure({ code: "not-found", what: "engine", name: id ?? "any" });
    if (!takes(keeper)) refuse(keeper, "loadImages");
    return keeper;
  }
}

function refuse({ status }: Engine, capability: ImageCapability): void {
  const told = status.capabilities[capability];
  if (told.can) return;
  throw new IsoscopeFailure({ code: "unsupported", capability, reason: told.reason });
}

/** Runs an upload's work; however it ends, and also when it is cancelled, the conversation ends with it. */
async function endedWith(
  exchange: UploadExchange,
  work: WorkContext,
  run: () => Promise<void>,
): Promise<null> {
  const cancelled = () => exchange.end(new IsoscopeFailure({ code: "cancelled", op: "import" }));
  work.signal.addEventListener("abort", cancelled, { once: true });
  try {
    if (work.signal.aborted) cancelled();
    await run();
    exchange.end();
    return null;
  } catch (thrown) {
    exchange.end(thrown);
    throw thrown;
  } finally {
    work.signal.removeEventListener("abort", cancelled);
  }
}

const cancelledExport = () => new IsoscopeFailure({ code: "cancelled", op: "export" });

/** An export's chunks, and to its job how they ended. A reader that stops before the end has cancelled it. */
async function* reported(
  job: string,
  begun: Promise<WorkContext>,
  chunks: (work: WorkContext) => AsyncIterable<ExportChunk>,
  end: (thrown?: unknown) => void,
): AsyncGenerator<ExportChunk, void, undefined> {
  let thrown: unknown = cancelledExport();
  try {
    yield { kind: "job", job };
    yield* chunks(await begun);
    thrown = undefined;
  } catch (failure) {
    thrown = failure;
    throw failure;
  } finally {
    end(thrown);
  }
}
