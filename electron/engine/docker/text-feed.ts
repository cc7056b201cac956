import type { OutputQueue } from "../../contract/output-queue.ts";
import { Demultiplexer, type Frame } from "./demux.ts";

type Source = "stdout" | "stderr" | "tty";

/** Turns the bytes of one stream into text chunks; a character split over chunks or frames stays whole. */
export interface TextFeed {
  push(bytes: Uint8Array): void;
  /** Says what is left of an unfinished character. */
  end(): void;
}

/** @param stamped each frame begins with its time (logs with `timestamps`). Not for a TTY, which has no frames. */
export function textFeed(queue: OutputQueue, tty: boolean, stamped = false): TextFeed {
  return tty ? rawFeed(queue, "tty") : framedFeed(queue, stamped);
}

function rawFeed(
  queue: OutputQueue,
  source: Source,
): TextFeed & { say(bytes: Uint8Array, at: number | null): void } {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const put = (text: string, at: number | null) => {
    if (text !== "") queue.push({ kind: "text", source, text, at });
  };
  const say = (bytes: Uint8Array, at: number | null) => put(decoder.decode(bytes, { stream: true }), at);
  return { say, push: (bytes) => say(bytes, null), end: () => put(decoder.decode(), null) };
}

function framedFeed(queue: OutputQueue, stamped: boolean): TextFeed {
  const demultiplexer = new Demultiplexer();
  const feeds = { stdout: rawFeed(queue, "stdout"), stderr: rawFeed(queue, "stderr") };
  return {
    push(bytes) {
      for (const frame of demultiplexer.push(bytes)) {
        const { at, rest } = stamped ? takeStamp(frame) : { at: null, rest: frame.bytes };
        feeds[frame.source].say(rest, at);
      }
    },
    end() {
      feeds.stdout.end();
      feeds.stderr.end();
    },
  };
}

const SPACE = 0x20;
const LONGEST_STAMP = 40;

/** `2026-11-21T22:03:45.883736057Z text`: the time the daemon took the text. Without one the frame stays as it is. */
export function takeStamp({ bytes }: Frame): { readonly at: number | null; readonly rest: Uint8Array } {
  const end = bytes.subarray(0, LONGEST_STAMP).indexOf(SPACE);
  const stamp = Buffer.from(bytes.subarray(0, Math.max(end, 0))).toString("latin1");
  const at = /^\d{4}-\d\d-\d\dT/.test(stamp) ? Date.parse(stamp) : Number.NaN;
  return Number.isNaN(at) ? { at: null, rest: bytes } : { at, rest: bytes.subarray(end + 1) };
}
