import type { OutputQueue } from "../../contract/output-queue.ts";
import type { TextFeed } from "./text-feed.ts";

/** A daemon cuts a line into entries of this many bytes and stamps each. */
const ENTRY_BYTES = 16 * 1024;
const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) /;
/** Longer than any stamp with its space: with this much at hand it is one or it is not. */
const ENOUGH = 40;
const NEWLINE = 0x0a;

/**
 * The log of a TTY with times: no frames, the daemon puts a stamp before each line and before each further piece of a long
 * one. What is not a stamp where one should be is text.
 */
export function stampedTtyFeed(queue: OutputQueue): TextFeed {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest: Buffer = Buffer.alloc(0);
  let inEntry = 0;
  let at: number | null = null;
  const say = (bytes: Uint8Array | null) => {
    const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    if (text !== "") queue.push({ kind: "text", source: "tty", text, at });
  };
  const takeStamp = (bytes: Buffer): Buffer => {
    const [whole, stamp] = STAMP.exec(bytes.subarray(0, ENOUGH).toString("latin1")) ?? [];
    if (whole === undefined || stamp === undefined) return bytes;
    at = Date.parse(stamp);
    return bytes.subarray(whole.length);
  };
  /** Takes one piece of text off; what is left waits when it may be the beginning of a stamp. */
  const takePiece = (bytes: Buffer, last: boolean): Buffer | null => {
    if (inEntry === 0 && bytes.length < ENOUGH && !last && !bytes.includes(NEWLINE)) return null;
    const text = inEntry === 0 ? takeStamp(bytes) : bytes;
    const newline = text.indexOf(NEWLINE);
    const end = Math.min(newline < 0 ? text.length : newline + 1, ENTRY_BYTES - inEntry);
    say(text.subarray(0, end));
    inEntry = end === newline + 1 || inEntry + end === ENTRY_BYTES ? 0 : inEntry + end;
    return text.subarray(end);
  };
  const run = (last: boolean) => {
    while (rest.length > 0) {
      const left = takePiece(rest, last);
      if (left === null) return;
      rest = left;
    }
  };
  return {
    push(bytes) {
      rest = Buffer.concat([rest, bytes]);
      run(false);
    },
    end() {
      run(true);
      say(null);
    },
  };
}
