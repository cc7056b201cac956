import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { CacheFiles } from "./cache-files.ts";
import { type CpioEntry, S_IFCHR, S_IFDIR, S_IFREG, writeCpio } from "./cpio.ts";
import type { ModuleFile } from "./modules.ts";

const folder = (path: string): CpioEntry => ({ path, mode: S_IFDIR | 0o755 });
const file = (path: string, mode: number, content: Uint8Array): CpioEntry => ({
  path,
  mode: S_IFREG | mode,
  content,
});

/** The guest's first file system: its PID 1, the console node the kernel opens for it, and modules in load order. */
export function initramfs(agent: Uint8Array, modules: readonly ModuleFile[]): Buffer {
  const order = modules.map(({ name }) => `${name}.ko\n`).join("");
  return writeCpio([
    folder("dev"),
    { path: "dev/console", mode: S_IFCHR | 0o600, device: { major: 5, minor: 1 } },
    folder("mods"),
    file("mods/order", 0o644, Buffer.from(order)),
    ...modules.map(({ name, content }) => file(`mods/${name}.ko`, 0o644, content)),
    file("init", 0o755, agent),
  ]);
}

/** The archive as a file in the cache, made once per agent and set of modules. */
export async function initramfsFile(
  cache: CacheFiles,
  agentPath: string,
  modules: readonly ModuleFile[],
): Promise<string> {
  const archive = initramfs(await readFile(agentPath), modules);
  const key = createHash("sha256").update(archive).digest("hex").slice(0, 16);
  return cache.file(`boot/initramfs-${key}.cpio`, (made) => writeFile(made, archive, { mode: 0o644 }));
}
