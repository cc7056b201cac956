import { readFileSync } from "node:fs";

/** The units `/proc` counts in. */
export interface SystemConstants {
  readonly msPerTick: number;
  readonly pageBytes: number;
}

// Types of the auxiliary vector, linux/auxvec.h.
const AT_PAGESZ = 6n;
const AT_CLKTCK = 17n;

/** Reads the units the kernel told this process at its start; the usual 100 ticks and 4 KiB where it cannot be read. */
export function readSystemConstants(procRoot = "/proc"): SystemConstants {
  let vector: ReadonlyMap<bigint, bigint> = new Map();
  try {
    vector = parseAuxiliaryVector(readFileSync(`${procRoot}/self/auxv`));
  } catch {
    // The defaults hold on every architecture Electron runs on.
  }
  return {
    msPerTick: 1000 / Number(vector.get(AT_CLKTCK) ?? 100n),
    pageBytes: Number(vector.get(AT_PAGESZ) ?? 4096n),
  };
}

/** Pairs of 64-bit words in the machine's own order. */
function parseAuxiliaryVector(bytes: Buffer): ReadonlyMap<bigint, bigint> {
  const words = new BigUint64Array(bytes.length >> 3);
  new Uint8Array(words.buffer).set(bytes.subarray(0, words.byteLength));
  const vector = new Map<bigint, bigint>();
  for (let index = 0; index + 1 < words.length; index += 2)
    vector.set(words[index] ?? 0n, words[index + 1] ?? 0n);
  return vector;
}
