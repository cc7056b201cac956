import { toBase64 } from "../ui/base64.ts";

/** Below the most that one message may carry. */
const PART_BYTES = 256 * 1024;

/** What of a file is read. */
export type FileSource = Pick<File, "name" | "size" | "slice">;

/** One message of a file on its way to the server. */
export type FilePart = { readonly kind: "bytes"; readonly base64: string } | { readonly kind: "end" };

/** A file in parts, read one at a time: only one is ever in memory. Reading rejects when the file cannot be read. */
export class FileParts {
  readonly #file: FileSource;
  #at = 0;

  constructor(file: FileSource) {
    this.#file = file;
  }

  /** Bytes handed out so far. */
  get sent(): number {
    return this.#at;
  }

  async next(): Promise<FilePart> {
    if (this.#at >= this.#file.size) return { kind: "end" };
    const part = new Uint8Array(await this.#file.slice(this.#at, this.#at + PART_BYTES).arrayBuffer());
    this.#at += part.length;
    return { kind: "bytes", base64: toBase64(part) };
  }
}
