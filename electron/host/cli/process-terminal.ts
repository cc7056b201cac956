import type { ReadStream, WriteStream } from "node:tty";
import type { Keyboard, Sink, Terminal } from "./terminal.ts";

/** What of `process` a terminal is made of. */
export interface Streams {
  readonly stdin: ReadStream | NodeJS.ReadStream;
  readonly stdout: WriteStream | NodeJS.WriteStream;
  readonly stderr: WriteStream | NodeJS.WriteStream;
}

/**
 * The streams this process was started with.
 * @param readerGone called when nobody reads standard output any more, as after `| head`.
 */
export function processTerminal({ stdin, stdout, stderr }: Streams, readerGone: () => void): Terminal {
  stdout.on("error", readerGone);
  // Without anybody to tell errors to there is nothing left to do about them.
  stderr.on("error", () => {});
  return { out: sink(stdout), err: sink(stderr), keyboard: keyboard(stdin, stdout) };
}

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => new Promise((resolve) => stream.write(text, () => resolve())),
    get isTerminal() {
      return stream.isTTY === true;
    },
    get columns() {
      return sizeOf(stream, stream.columns);
    },
    get rows() {
      return sizeOf(stream, stream.rows);
    },
  };
}

/** A terminal without a window, as some test and build systems give, says 0. */
const sizeOf = (stream: NodeJS.WriteStream, size: number): number | null =>
  stream.isTTY && size > 0 ? size : null;

function keyboard(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): Keyboard {
  return {
    isTerminal: stdin.isTTY === true,
    raw: () => {
      if (!stdin.isTTY) return () => {};
      stdin.setRawMode(true);
      return () => void stdin.setRawMode(false);
    },
    read: (typed, ended) => {
      stdin.setEncoding("utf8");
      stdin.on("data", typed);
      stdin.on("end", ended);
      stdin.resume();
      return () => {
        stdin.off("data", typed);
        stdin.off("end", ended);
        stdin.pause();
      };
    },
    onResize: (changed) => {
      stdout.on("resize", changed);
      return () => stdout.off("resize", changed);
    },
  };
}
