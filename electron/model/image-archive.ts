/** What the beginning of a file says it is. `more` cannot tell yet; `refused` says why it is nothing to import. */
export type ArchiveKind =
  | { readonly kind: "images" }
  | { readonly kind: "filesystem" }
  | { readonly kind: "more" }
  | { readonly kind: "refused"; readonly why: string };

/** How a file is packed, by its first bytes. `more` while there are too few of them. */
export type Packing = "plain" | "gzip" | "more" | { readonly refused: string };

const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
];
const LONGEST_MAGIC = 6;

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, i) => bytes[i] === byte);

/** @param ended no further bytes will come. */
export function packingOf(prefix: Uint8Array, ended: boolean): Packing {
  if (prefix.length === 0 && ended) return { refused: "The file is empty." };
  if (prefix.length < LONGEST_MAGIC && !ended) return "more";
  if (startsWith(prefix, [0x1f, 0x8b])) return "gzip";
  const [found] = MAGIC.find(([, magic]) => startsWith(prefix, magic)) ?? [];
  if (found === undefined) return "plain";
  return { refused: `The file is packed with ${found}. A plain tar or one packed with gzip is needed.` };
}

const BLOCK = 512;

/** No archive hides what it is for so long; one that does is taken for a root filesystem. */
const LOOK_AT_MOST = 1024 * 1024;

/**
 * Whether a tar holds images (`docker save`, OCI layout) or a root filesystem, by the names of its first entries. Never
 * throws, whatever the bytes are.
 * @param prefix unpacked bytes from the beginning. @param ended no further bytes will come.
 */
export function archiveKind(prefix: Uint8Array, ended: boolean): ArchiveKind {
  let at = 0;
  while (at + BLOCK <= prefix.length) {
    const header = prefix.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return at === 0 ? emptyArchive : onlyUndecided;
    const size = sizeIn(header);
    if (size === null || !hasChecksum(header)) return at === 0 ? noTar : brokenTar;
    const kind = kindOf(header);
    if (kind !== null) return { kind };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (at > LOOK_AT_MOST) return { kind: "filesystem" };
  }
  if (!ended) return { kind: "more" };
  if (prefix.length < BLOCK) return noTar;
  return at === prefix.length ? onlyUndecided : brokenTar;
}

const refused = (why: string): ArchiveKind => ({ kind: "refused", why });
const noTar = refused("The file is not a tar archive.");
const brokenTar = refused("The tar archive is broken or cut off at its beginning.");
const emptyArchive = refused("The tar archive is empty.");
const onlyUndecided = refused("The tar archive holds no files.");

/** Entries that only describe the next one: pax headers, GNU long names, volume labels. */
const DESCRIBES = new Set(["g", "x", "L", "K", "V"]);

/** What an entry decides; null when images and filesystems may both begin with it. */
function kindOf(header: Uint8Array): "images" | "filesystem" | null {
  if (DESCRIBES.has(String.fromCharCode(header[156] ?? 0))) return null;
  const [prefix, base] = [isUstar(header) ? textIn(header, 345, 155) : "", textIn(header, 0, 100)];
  const name = prefix === "" ? base : `${prefix}/${base}`;
  const path = name.replace(/^(\.?\/)+/, "").replace(/^\.$/, "");
  if (path === "" || /^blobs\/?$/.test(path)) return null;
  return isOfImages(path) ? "images" : "filesystem";
}

/** The fixed names of an OCI layout and of `docker save`, old and new, and layers and configurations named by digest. */
const isOfImages = (path: string): boolean =>
  /^(oci-layout|index\.json|manifest\.json|repositories)$/.test(path) ||
  /^blobs\/sha(256|512)(\/|$)/.test(path) ||
  /^(sha256:)?[0-9a-f]{64}(\.json|\.tar|\.tar\.gz)?(\/|$)/.test(path);

const isUstar = (header: Uint8Array) => textIn(header, 257, 5) === "ustar";

/** Up to the first NUL. Latin-1 is enough: the names that decide are ASCII. */
function textIn(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return String.fromCharCode(...(end < 0 ? field : field.subarray(0, end)));
}

/** Octal digits, or for huge files a big-endian number with the top bit set; null for anything else. */
function sizeIn(header: Uint8Array): number | null {
  if ((header[124] ?? 0) & 0x80) {
    const size = header.subarray(125, 136).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(size) ? size : null;
  }
  return octal(textIn(header, 124, 12));
}

function octal(text: string): number | null {
  const digits = text.trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : null;
}

/** The sum of the header's bytes, its own field counted as blanks. Old tars summed signed bytes. */
function hasChecksum(header: Uint8Array): boolean {
  const told = octal(textIn(header, 148, 8));
  const sums = header.reduce(
    ({ unsigned, signed }, byte, i) => {
      const value = i >= 148 && i < 156 ? 0x20 : byte;
      return { unsigned: unsigned + value, signed: signed + (value > 127 ? value - 256 : value) };
    },
    { unsigned: 0, signed: 0 },
  );
  return told !== null && (told === sums.unsigned || told === sums.signed);
}
