import { readdir } from "node:fs/promises";

/** QEMU's words for what Docker calls otherwise. */
const WORDS: Readonly<Record<string, string>> = {
  ...{
    aarch64: "arm64",
    x86_64: "amd64",
    i386: "386",
    i486: "386",
    ppc64le: "ppc64le",
    mips64el: "mips64le",
  },
  loongarch64: "loong64",
};

/**
 * Architectures whose programs the kernel hands to QEMU, in Docker's words: what `binfmt_misc` has registered. Null where
 * that is not mounted, so that nobody can read it.
 */
export async function emulatedArchitectures(folder = "/proc/sys/fs/binfmt_misc"): Promise<string[] | null> {
  const entries: readonly string[] = await readdir(folder).catch(() => []);
  if (!entries.includes("register")) return null;
  const emulators = entries
    .filter((name) => name.startsWith("qemu-"))
    .map((name) => name.slice("qemu-".length));
  return [...new Set(emulators.map((name) => WORDS[name] ?? name))].sort();
}
