/** One entry of an initial RAM disk. Folders come before what is in them. */
export interface CpioEntry {
  readonly path: string;
  /** File type and permissions, as in `st_mode`. */
  readonly mode: number;
  readonly content?: Uint8Array;
  /** Of a device node. */
  readonly device?: { readonly major: number; readonly minor: number };
}

export const S_IFDIR = 0o040000;
export const S_IFREG = 0o100000;
export const S_IFCHR = 0o020000;

const hex = (value: number) => value.toString(16).padStart(8, "0");
const padding = (length: number) => Buffer.alloc((4 - (length % 4)) % 4);

function header(entry: CpioEntry, inode: number, nameSize: number): string {
  const { mode, content, device } = entry;
  const links = (mode & S_IFDIR) !== 0 && (mode & S_IFREG) === 0 ? 2 : 1;
  const fields = [inode, mode, 0, 0, links, 0, content?.length ?? 0, 0, 0];
  return `070701${[...fields, device?.major ?? 0, device?.minor ?? 0, nameSize, 0].map(hex).join("")}`;
}

function encode(entry: CpioEntry, inode: number): readonly Uint8Array[] {
  const name = Buffer.from(`${entry.path}\0`);
  const head = Buffer.concat([Buffer.from(header(entry, inode, name.length), "latin1"), name]);
  const content = entry.content ?? new Uint8Array();
  return [head, padding(head.length), content, padding(content.length)];
}

/** A "newc" archive as the kernel unpacks it: root owns everything, times are zero, so equal input is equal output. */
export function writeCpio(entries: readonly CpioEntry[]): Buffer {
  const trailer: CpioEntry = { path: "TRAILER!!!", mode: 0 };
  return Buffer.concat([
    ...entries.flatMap((entry, index) => encode(entry, index + 1)),
    ...encode(trailer, 0),
  ]);
}
