import { mkdir } from "node:fs/promises";
import { win32 } from "node:path";
import type { NativeLayers } from "../../../../native/hcs.ts";
import type { Teardown } from "../teardown.ts";
import type { LayeredImage } from "./layer-source.ts";

/** A container's own layer above those of its image: one folder in `home`, named by the container's id. */
export class WritableLayer {
  readonly #layers: NativeLayers;
  readonly #home: string;
  readonly #name: string;
  readonly #parents: readonly string[];

  constructor(layers: NativeLayers, home: string, name: string, image: LayeredImage) {
    this.#layers = layers;
    this.#home = home;
    this.#name = name;
    this.#parents = image.layers.map(({ path }) => path);
  }

  get folder(): string {
    return win32.join(this.#home, this.#name);
  }

  /** The GUIDs of the parents, which HCS derives from the names of their folders. */
  parents(): Promise<{ readonly id: string; readonly path: string }[]> {
    return Promise.all(
      this.#parents.map(async (path) => ({ id: await this.#layers.id(win32.basename(path)), path })),
    );
  }

  async create(teardown: Teardown): Promise<void> {
    await mkdir(this.#home, { recursive: true });
    // Before the call: one that fails halfway may leave a folder.
    teardown.add(() => this.#layers.destroy(this.#home, this.#name));
    await this.#layers.createScratch(this.#home, this.#name, this.#parents);
  }

  /** Resolves with the volume path, trailing backslash included. */
  async mount(teardown: Teardown): Promise<string> {
    const volume = await this.#layers.mount(this.#home, this.#name, this.#parents);
    teardown.add(() => this.#layers.unmount(this.#home, this.#name));
    return volume.endsWith("\\") ? volume : `${volume}\\`;
  }
}
