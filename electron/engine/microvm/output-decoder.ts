import { StringDecoder } from "node:string_decoder";
import type { TextChunk } from "../log-buffer.ts";
import type { GuestOutput } from "./agent-client.ts";

type Source = TextChunk["source"];

/** Turns a command's bytes into text, each source by itself: a code point may come in two frames. */
export class OutputDecoder {
  readonly #decoders = new Map<Source, StringDecoder>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  decode(frame: GuestOutput): TextChunk | null {
    const decoder = this.#decoders.get(frame.source) ?? new StringDecoder("utf8");
    this.#decoders.set(frame.source, decoder);
    return this.#chunk(frame.source, decoder.write(Buffer.from(frame.data, "base64")));
  }

  /** What was left of unfinished code points. */
  end(): readonly TextChunk[] {
    return [...this.#decoders].flatMap(([source, decoder]) => this.#chunk(source, decoder.end()) ?? []);
  }

  #chunk(source: Source, text: string): TextChunk | null {
    return text === "" ? null : { kind: "text", source, text, at: this.#now() };
  }
}
