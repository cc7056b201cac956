export type Compression = "gzip" | "xz" | "zstd" | "lz4" | "lzma" | "bzip2";

const MAGICS: readonly (readonly [Compression, string])[] = [
  ["gzip", "1f8b"],
  ["xz", "fd377a585a00"],
  ["zstd", "28b52ffd"],
  ["lz4", "02214c18"],
  ["lzma", "5d0000"],
  ["bzip2", "425a68"],
];

/** By the first bytes; null for anything else. */
export function compressionOf(bytes: Uint8Array): Compression | null {
  const start = Buffer.from(bytes.subarray(0, 6)).toString("hex");
  return MAGICS.find(([, magic]) => start.startsWith(magic))?.[0] ?? null;
}

/** argv that decompresses standard input to standard output. */
export const DECOMPRESS: Readonly<Record<Compression, readonly string[]>> = {
  gzip: ["gzip", "-dc"],
  // What follows the stream (the kernel build appends a size) is not looked at.
  xz: ["xz", "--single-stream", "-dc"],
  zstd: ["zstd", "-dcq"],
  lz4: ["lz4", "-dcq"],
  lzma: ["xz", "--format=lzma", "-dc"],
  bzip2: ["bzip2", "-dc"],
};

/** What the header of an x86 kernel image tells. */
export interface BzImage {
  /** `uname -r` of the kernel, "" when the header does not say. */
  readonly release: string;
  readonly compression: Compression | null;
  /** The compressed kernel within the file. */
  readonly payload: { readonly start: number; readonly end: number };
}

/** Formats to which the kernel build appends a four-byte size that is no part of the stream. */
const SIZE_APPENDED: ReadonlySet<Compression | null> = new Set(["zstd", "lz4", "lzma", "bzip2"]);
const HEADER_END = 0x250;
/** Boot protocol 2.08 brought the payload's offset and length. */
const PAYLOAD_PROTOCOL = 0x208;

/** Reads the header (Documentation/arch/x86/boot.rst). Null when it is no such image or too old. */
export function parseBzImage(bytes: Uint8Array): BzImage | null {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (image.length < HEADER_END || image.toString("latin1", 0x202, 0x206) !== "HdrS") return null;
  if (image.readUInt16LE(0x206) < PAYLOAD_PROTOCOL) return null;
  const setupSectors = image[0x1f1] || 4;
  const start = (setupSectors + 1) * 512 + image.readUInt32LE(0x248);
  const length = image.readUInt32LE(0x24c);
  if (length < 8 || start + length > image.length) return null;
  const compression = compressionOf(image.subarray(start));
  const end = start + length - (SIZE_APPENDED.has(compression) ? 4 : 0);
  return { release: releaseOf(image), compression, payload: { start, end } };
}

function releaseOf(image: Buffer): string {
  const pointer = image.readUInt16LE(0x20e);
  if (pointer === 0 || pointer + 0x200 >= image.length) return "";
  return /^[\w.+~-]*/.exec(image.toString("latin1", pointer + 0x200, pointer + 0x300))?.[0] ?? "";
}

const ELF_MAGIC = Buffer.from("7f454c46", "hex");
/** Tail of an ELF note header: type 18 (PHYS32_ENTRY), name "Xen". */
const PVH_NOTE = Buffer.from("12000000" + "58656e00", "hex");

/** Whether QEMU can start this file directly, without the boot protocol's decompressor. */
export const isPvhKernel = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(ELF_MAGIC) && bytes.includes(PVH_NOTE);
