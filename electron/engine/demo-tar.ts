import { readFile } from "node:fs/promises";
import { packTar, type TarEntry } from "modern-tar";
import { IsoscopeFailure } from "../contract/failure.ts";

const APPLETS =
  "sh ls cat ps ping sleep echo top uname hostname id mount env sed grep head tail date kill true false stty vi wc ip nslookup wget";

const FILES: Readonly<Record<string, string>> = {
  "etc/passwd": "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
  "etc/group": "root:x:0:\nnogroup:x:65534:\n",
  "etc/hosts": "127.0.0.1 localhost\n::1 localhost\n",
};

/** The same time in every entry: equal programs make equal layers. */
const mtime = new Date(0);

/**
 * The host's busybox, checked to need no libraries.
 * @param path where Debian's busybox-static puts it. Rejects with `unavailable` and a fix.
 */
export async function readBusybox(path = "/bin/busybox"): Promise<Uint8Array> {
  const program = await readFile(path).catch((thrown: unknown) => {
    throw missing(`There is no ${path} to make the demo image from.`, thrown);
  });
  if (isStatic(program)) return program;
  throw missing(`${path} needs shared libraries, so an image cannot be made of it alone.`, null);
}

function missing(reason: string, cause: unknown): IsoscopeFailure {
  const fix = "Install the package busybox-static.";
  return new IsoscopeFailure({ code: "unavailable", engine: "Demo image", reason, fix }, { cause });
}

const INTERPRETER = 3;

/** True when an ELF program names no interpreter. Offsets are those of a 64-bit little-endian ELF header. */
export function isStatic(elf: Uint8Array): boolean {
  const view = new DataView(elf.buffer, elf.byteOffset, elf.byteLength);
  if (elf.length < 64 || view.getUint32(0) !== 0x7f454c46 || elf[4] !== 2) return false;
  const start = Number(view.getBigUint64(32, true));
  const size = view.getUint16(54, true);
  const types = Array.from({ length: view.getUint16(56, true) }, (_, index) => start + index * size)
    .filter((offset) => offset + 4 <= elf.length)
    .map((offset) => view.getUint32(offset, true));
  return !types.includes(INTERPRETER);
}

/** A root filesystem of one program and links to it, as a tar. */
export function demoTar(busybox: Uint8Array): Promise<Uint8Array> {
  return packTar([
    ...["bin/", "etc/", "root/", "proc/", "sys/", "dev/"].map((name) => directory(name, 0o755)),
    directory("tmp/", 0o1777),
    file("bin/busybox", busybox, 0o755),
    ...APPLETS.split(" ").map((name) => link(`bin/${name}`, "busybox")),
    ...Object.entries(FILES).map(([name, text]) => file(name, new TextEncoder().encode(text), 0o644)),
  ]);
}

const directory = (name: string, mode: number): TarEntry => ({
  header: { name, mode, mtime, size: 0, type: "directory" },
});

const link = (name: string, linkname: string): TarEntry => ({
  header: { name, linkname, mtime, size: 0, mode: 0o777, type: "symlink" },
});

const file = (name: string, body: Uint8Array, mode: number): TarEntry => ({
  header: { name, mode, mtime, size: body.length, type: "file" },
  body,
});
