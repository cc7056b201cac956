import { Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ReadableTar } from "../../engine/engine.ts";
import { type ArchiveKind, archiveKind, packingOf } from "../../model/image-archive.ts";

export interface PeekedArchive {
  readonly kind: "images" | "filesystem";
  /** All bytes of the file, those that were looked at included. */
  readonly bytes: ReadableTar;
}

/** More unpacked bytes than this are never needed to decide. */
const MOST_UNPACKED = 2 * 1024 * 1024;

/** Reads as much of a file as tells what it is. Rejects with `invalid` when it is nothing to import. */
export async function peekArchive(file: ReadableTar): Promise<PeekedArchive> {
  const rest = file[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  for (let ended = false; ; ) {
    const told = await look(head, ended);
    if (told.kind === "refused") throw new IsoscopeFailure({ code: "invalid", field: "", message: told.why });
    if (told.kind !== "more") return { kind: told.kind, bytes: joined(head, rest) };
    const next = await rest.next();
    if (next.done) ended = true;
    else head = Buffer.concat([head, next.value]);
  }
}

async function look(head: Uint8Array, ended: boolean): Promise<ArchiveKind> {
  const packing = packingOf(head, ended);
  if (packing === "more") return { kind: "more" };
  if (packing === "plain") return archiveKind(head, ended);
  if (packing !== "gzip") return { kind: "refused", why: packing.refused };
  const unpacked = await unpackedPrefix(head).catch(() => null);
  if (unpacked === null)
    return { kind: "refused", why: "The file is packed with gzip, but its data is broken." };
  return archiveKind(unpacked, ended);
}

/** What the beginning of a gzip file unpacks to, cut at a bound: a few bytes can unpack to gigabytes. */
async function unpackedPrefix(head: Uint8Array): Promise<Uint8Array> {
  const gunzip = Readable.from([head]).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }));
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of gunzip) {
    parts.push(part);
    size += part.length;
    if (size >= MOST_UNPACKED) break;
  }
  return Buffer.concat(parts);
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): ReadableTar {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
