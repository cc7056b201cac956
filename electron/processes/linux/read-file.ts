import { closeSync, openSync, readSync } from "node:fs";
import { constants } from "node:os";

export interface FileRead {
  /** A view of one shared buffer: use it before the next read. */
  readonly bytes: Buffer;
  /** 0, or the errno of the call that failed. */
  readonly error: number;
}

const CHUNK = 4096;
const NOTHING = Buffer.alloc(0);
let shared = Buffer.alloc(16 * 1024);

/**
 * Reads a small file of procfs at once, at most `limit` bytes. Synchronous on purpose: procfs never waits for a disk,
 * and asynchronous reads cost a tenfold in CPU. Throws nothing.
 */
export function readSmallFile(path: string, limit: number): FileRead {
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch (thrown) {
    return { bytes: NOTHING, error: errnoOf(thrown) };
  }
  try {
    return { bytes: readAll(fd, limit), error: 0 };
  } catch (thrown) {
    return { bytes: NOTHING, error: errnoOf(thrown) };
  } finally {
    closeSync(fd);
  }
}

function readAll(fd: number, limit: number): Buffer {
  let length = 0;
  while (length < limit) {
    if (shared.length < length + CHUNK) shared = Buffer.concat([shared], shared.length * 2);
    const got = readSync(fd, shared, length, Math.min(CHUNK, limit - length), null);
    if (got === 0) break;
    length += got;
  }
  return shared.subarray(0, length);
}

/** The positive errno of an error Node's fs threw; EIO when it has none. */
export function errnoOf(thrown: unknown): number {
  if (thrown instanceof Error && "errno" in thrown && typeof thrown.errno === "number")
    return Math.abs(thrown.errno);
  return constants.errno.EIO;
}

const GONE: ReadonlySet<number> = new Set([
  constants.errno.ENOENT,
  constants.errno.ESRCH,
  constants.errno.ENOTDIR,
]);
const EXHAUSTED: ReadonlySet<number> = new Set([constants.errno.EMFILE, constants.errno.ENFILE]);

/** True for the errors that mean "this process is gone". */
export const meansGone = (error: number): boolean => GONE.has(error);

/** True for the errors that mean "this reader may open no more files". */
export const meansExhausted = (error: number): boolean => EXHAUSTED.has(error);

/** True for the errors that mean "not for you". */
export const meansDenied = (error: number): boolean =>
  error === constants.errno.EACCES || error === constants.errno.EPERM;
