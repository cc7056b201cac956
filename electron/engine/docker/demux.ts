/** One frame of a stream without TTY. */
export interface Frame {
  readonly source: "stdout" | "stderr";
  readonly bytes: Uint8Array;
}

const HEADER = 8;
const STDERR = 2;

/** Larger than any frame a daemon sends; a longer one means that this is not a stream of frames. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Takes apart the two streams that come as one: frames of type, three zero bytes, big-endian length, payload. A frame may
 * be spread over chunks and a chunk may hold several.
 */
export class Demultiplexer {
  #rest: Uint8Array = new Uint8Array();

  /** The frames completed by this chunk. Throws on bytes that cannot be frames. */
  push(chunk: Uint8Array): readonly Frame[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const frames: Frame[] = [];
    let at = 0;
    while (bytes.length - at >= HEADER) {
      const length = view.getUint32(at + 4);
      if (length > LONGEST) throw new Error(`a frame of ${length} bytes`);
      const end = at + HEADER + length;
      if (end > bytes.length) break;
      const source = bytes[at] === STDERR ? "stderr" : "stdout";
      frames.push({ source, bytes: bytes.subarray(at + HEADER, end) });
      at = end;
    }
    this.#rest = bytes.subarray(at);
    return frames;
  }
}
