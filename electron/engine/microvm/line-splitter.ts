/** Cuts a byte stream into lines. A line over the limit is dropped to its end, so that a peer cannot fill memory. */
export class LineSplitter {
  readonly #limit: number;
  #parts: Buffer[] = [];
  #size = 0;
  #dropping = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Lines completed by this chunk, without their ends. */
  push(chunk: Buffer): readonly string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      this.#add(chunk.subarray(start, end));
      if (!this.#dropping) lines.push(Buffer.concat(this.#parts).toString("utf8"));
      this.#reset();
      start = end + 1;
    }
    this.#add(chunk.subarray(start));
    return lines;
  }

  #add(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.#limit) {
      this.#dropping = true;
      this.#parts = [];
    } else if (part.length > 0) this.#parts.push(part);
  }

  #reset(): void {
    this.#parts = [];
    this.#size = 0;
    this.#dropping = false;
  }
}
