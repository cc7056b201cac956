import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ImageConfig, ImageSource, ReadableTar } from "../engine.ts";
import { containerPath } from "./ids.ts";
import { EXPORT_LABEL } from "./labels.ts";
import type { Session } from "./negotiate.ts";
import { CreateAnswer } from "./parse.ts";
import type { ListedContainer } from "./read-container.ts";
import { inspectImage, toImageConfig } from "./read-image.ts";
import { connectionError, explainHttp } from "./wire-errors.ts";

/** A helper container older than this that is not ours was left by an Isoscope that died. ms */
const ABANDONED_AFTER = 10 * 60_000;

/**
 * Reads the files of images through containers that are made for it, never started, never shown, and removed again. The
 * daemon is asked for at each call, so this outlives connections.
 */
export class ImageExporter implements ImageSource {
  readonly #session: () => Session;
  readonly #inUse = new Set<string>();

  constructor(session: () => Session) {
    this.#session = session;
  }

  async resolve(ref: string, signal: AbortSignal): Promise<ImageConfig> {
    return toImageConfig(ref, await inspectImage(this.#session(), ref, signal));
  }

  /** The container is removed when the tar has been read, given up or broken, or when the signal is aborted. */
  async exportFilesystem(image: ImageConfig, signal: AbortSignal): Promise<ReadableTar> {
    const session = this.#session();
    const id = await this.#make(session, image);
    try {
      if (signal.aborted) throw new IsoscopeFailure({ code: "cancelled", op: "export" });
      const call = { op: "export", path: containerPath(id, "/export"), signal };
      const stream = await session.wire.stream(call);
      const removed = new Promise<void>((resolve) => {
        stream.once("close", () => resolve(this.#remove(session, id)));
      });
      return readTar(stream, removed, (thrown) =>
        connectionError(thrown, "export", session.wire.origin, signal),
      );
    } catch (thrown) {
      await this.#remove(session, id);
      throw thrown;
    }
  }

  /**
   * Removes helpers that nobody uses any more.
   * @param alone nobody else uses this daemon, so every helper that is not in use here is abandoned.
   */
  async sweep(
    session: Session,
    listed: readonly ListedContainer[],
    now: number,
    alone: boolean,
  ): Promise<void> {
    const abandoned = listed.filter(
      ({ id, helper, createdAt }) =>
        helper && !this.#inUse.has(id) && (alone || now - createdAt > ABANDONED_AFTER),
    );
    await Promise.all(abandoned.map(({ id }) => this.#remove(session, id)));
  }

  async #make(session: Session, image: ImageConfig): Promise<string> {
    const json = {
      Image: image.id,
      // Never run; the daemon wants one when the image has none.
      Cmd: ["never-run"],
      Labels: { [EXPORT_LABEL]: "1" },
      HostConfig: { NetworkMode: "none" },
    };
    const call = { op: "export", method: "POST", path: "/containers/create", json, timeoutMs: null } as const;
    const made = await explainHttp(session.wire.json(call, CreateAnswer), (status) =>
      status === 404 ? { code: "image-missing", ref: image.ref } : undefined,
    );
    this.#inUse.add(made.Id);
    return made.Id;
  }

  /** A daemon that is gone cannot remove it: the sweep does when it is back. */
  async #remove({ wire }: Session, id: string): Promise<void> {
    const call = { op: "remove", method: "DELETE", path: containerPath(id), query: { force: true } } as const;
    await wire.text(call).catch(() => {});
    this.#inUse.delete(id);
  }
}

/** Ends only after the helper is removed, however it ends. */
async function* readTar(
  stream: AsyncIterable<Uint8Array> & { destroy(): unknown },
  removed: Promise<void>,
  explain: (thrown: unknown) => IsoscopeFailure,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* stream;
  } catch (thrown) {
    throw explain(thrown);
  } finally {
    stream.destroy();
    await removed;
  }
}
