import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { finished, pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

const PREFIX = "recording-";

/** A recording's lines on disk while it is made, so that none of it is held in memory. */
export class Spool {
  readonly #path: string;
  readonly #stream: WriteStream;
  #bytes = 0;
  #error: string | null = null;

  private constructor(path: string, stream: WriteStream) {
    this.#path = path;
    this.#stream = stream;
    this.#stream.on("error", (error) => {
      this.#error = error.message;
    });
  }

  /** @param name of this recording, unlike any other's in the folder. Rejects when it cannot be made. */
  static async open(folder: string, name: string): Promise<Spool> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `${PREFIX}${name}.part`);
    const file = await open(path, "wx", 0o600);
    return new Spool(path, file.createWriteStream());
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Why nothing more can be written; null while it can. */
  get error(): string | null {
    return this.#error;
  }

  /** Bytes that the disk has not taken yet. */
  get waiting(): number {
    return this.#stream.writableLength;
  }

  write(line: string): void {
    if (this.#error !== null) return;
    this.#bytes += Buffer.byteLength(line);
    this.#stream.write(line);
  }

  /**
   * The file: header, what was written, and the line that closes it. Resolves with where it lies and its size, bytes.
   * @param end makes the last line of the SHA-256 of all before it
   */
  async seal(header: string, end: (sha256: string) => string): Promise<{ path: string; bytes: number }> {
    this.#stream.end();
    await finished(this.#stream).catch(() => {});
    const path = this.#path.replace(/\.part$/, ".isoscope");
    const hash = createHash("sha256");
    const source = this.#path;
    const lines = async function* () {
      const head = Buffer.from(header);
      hash.update(head);
      yield head;
      for await (const chunk of createReadStream(source)) {
        hash.update(chunk);
        yield chunk;
      }
      yield Buffer.from(end(hash.digest("hex")));
    };
    const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
    await pipeline(lines, createGzip(), target);
    await rm(this.#path, { force: true });
    return { path, bytes: target.bytesWritten };
  }

  /** Leaves nothing behind, sealed or not. */
  async discard(): Promise<void> {
    this.#stream.destroy();
    await finished(this.#stream).catch(() => {});
    await rm(this.#path, { force: true });
    await rm(this.#path.replace(/\.part$/, ".isoscope"), { force: true });
  }
}

/** Removes what recordings of a run that ended badly have left. Never rejects. */
export async function sweepSpools(folder: string, isOurs: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(PREFIX) && !isOurs(name.slice(PREFIX.length)));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true }).catch(() => {})));
}
