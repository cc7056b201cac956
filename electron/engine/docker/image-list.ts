import { isDeepStrictEqual } from "node:util";
import type { Image } from "../../contract/container.ts";
import type { EngineId } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { inPool } from "../in-pool.ts";
import type { Session } from "./negotiate.ts";
import { type ImageInspect, ImageListAnswer } from "./parse.ts";
import { inspectImage, toImage } from "./read-image.ts";

const POOL = 4;

/** The images of one daemon, keyed `engine/id`. What an image is never changes, so each is inspected once. */
export class ImageList {
  readonly store = new LiveStore<Image>();
  readonly #engine: EngineId;
  readonly #inspected = new Map<string, ImageInspect>();
  #reading: { again: boolean; done: Promise<void> } | null = null;

  constructor(engine: EngineId) {
    this.#engine = engine;
  }

  /** The Windows version an image says it is made of; null on Linux and for images not read yet. */
  osVersionOf(id: string): string | null {
    return this.#inspected.get(id)?.OsVersion || null;
  }

  /** Reads the list again. Calls that come while it is being read share one further read. */
  refresh(session: Session): Promise<void> {
    if (this.#reading) {
      this.#reading.again = true;
      return this.#reading.done;
    }
    const started = { again: false, done: Promise.resolve() };
    this.#reading = started;
    started.done = this.#readWhileAsked(session, started);
    return started.done;
  }

  async #readWhileAsked(session: Session, reading: { again: boolean }): Promise<void> {
    try {
      do {
        reading.again = false;
        await this.#read(session);
      } while (reading.again);
    } finally {
      this.#reading = null;
    }
  }

  async #read(session: Session): Promise<void> {
    const listed = await session.wire.json({ op: "list images", path: "/images/json" }, ImageListAnswer);
    const present = new Set(listed.map((image) => image.Id));
    for (const id of this.#inspected.keys()) if (!present.has(id)) this.#inspected.delete(id);
    const unknown = [...present].filter((id) => !this.#inspected.has(id));
    await inPool(unknown, POOL, (id) => this.#inspect(session, id));
    const images = listed.flatMap(({ Id, RepoTags }) => {
      const inspected = this.#inspected.get(Id);
      return inspected ? [toImage(this.#engine, inspected, RepoTags)] : [];
    });
    this.store.replace(
      images.map((image) => [image.key, image] as const),
      isDeepStrictEqual,
    );
  }

  async #inspect(session: Session, id: string): Promise<void> {
    try {
      this.#inspected.set(id, await inspectImage(session, id));
    } catch (thrown) {
      // Removed since it was listed.
      if (!(thrown instanceof IsoscopeFailure) || thrown.error.code !== "image-missing") throw thrown;
    }
  }
}
