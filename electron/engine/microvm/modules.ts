import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compressionOf, DECOMPRESS } from "./bz-image.ts";
import type { CacheFiles } from "./cache-files.ts";
import { dependsOf, loadOrder, type Module, moduleName } from "./module-info.ts";
import { runTool } from "./run-tool.ts";

export interface ModuleFile extends Module {
  /** The module itself, uncompressed. */
  readonly content: Buffer;
}

/** The modules of one installed kernel. */
export class ModuleTree {
  readonly #files: ReadonlyMap<string, string>;
  readonly #builtin: ReadonlySet<string>;
  readonly #cache: CacheFiles;

  private constructor(files: ReadonlyMap<string, string>, builtin: ReadonlySet<string>, cache: CacheFiles) {
    this.#files = files;
    this.#builtin = builtin;
    this.#cache = cache;
  }

  /** @param folder `/lib/modules/<release>`. Rejects when it cannot be read. */
  static async open(folder: string, cache: CacheFiles): Promise<ModuleTree> {
    const names = await readdir(join(folder, "kernel"), { recursive: true });
    const files = new Map<string, string>();
    for (const name of names) {
      const module = moduleName(name);
      if (module) files.set(module, join(folder, "kernel", name));
    }
    const list = await readFile(join(folder, "modules.builtin"), "utf8").catch(() => "");
    const builtin = list.split("\n").flatMap((line) => moduleName(line) ?? []);
    return new ModuleTree(files, new Set(builtin), cache);
  }

  /** True when the kernel has this, built in or as a module. */
  has(name: string): boolean {
    return this.#builtin.has(name) || this.#files.has(name);
  }

  /** What to load for these, in order; what is built in is left out. Ask `has` first: unknown names are left out too. */
  load(wanted: readonly string[], signal: AbortSignal): Promise<readonly ModuleFile[]> {
    return loadOrder(wanted, (name) => this.#read(name, signal));
  }

  async #read(name: string, signal: AbortSignal): Promise<ModuleFile | null> {
    const path = this.#files.get(name);
    if (!path || this.#builtin.has(name)) return null;
    const content = await this.#uncompressed(await readFile(path), signal);
    return { name, content, depends: dependsOf(content) };
  }

  async #uncompressed(bytes: Buffer, signal: AbortSignal): Promise<Buffer> {
    const compression = compressionOf(bytes);
    if (!compression) return bytes;
    return this.#cache.withTemporary(async (folder) => {
      const path = join(folder, "module");
      const handle = await open(path, "w");
      const input = (async function* () {
        yield bytes;
      })();
      await runTool(DECOMPRESS[compression], { signal, input, outputFd: handle.fd }).finally(() =>
        handle.close(),
      );
      return readFile(path);
    });
  }
}
