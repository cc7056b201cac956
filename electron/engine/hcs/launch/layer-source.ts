/** An image as layers on this disk. */
export interface LayeredImage {
  /** Folders of the read-only layers, nearest first, base last. */
  readonly layers: readonly { readonly path: string }[];
  /** The folder `UtilityVM` of the uppermost layer that has one; null: it cannot run under Hyper-V isolation. */
  readonly utilityVm: string | null;
  /** E.g. `10.0.20348.2700`; null when not known. */
  readonly osVersion: string | null;
  /** Entry point and command; empty when it has neither. */
  readonly defaultCommand: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** "" means the root of the system drive. */
  readonly workingDirectory: string;
  /** "" means the image's own. */
  readonly user: string;
}

/** Where launches without Docker get their images from: handed in by the composition. */
export interface LayerSource {
  /** Rejects with `image-missing`, or `invalid` when its layers are not whole. */
  resolve(ref: string, signal: AbortSignal): Promise<LayeredImage>;
}

/** What another engine says of an image it keeps in layer folders (Docker: `GraphDriver.Data.dir` of its inspect). */
export interface ImageFolder extends Omit<LayeredImage, "layers" | "utilityVm"> {
  /** Folder of the uppermost layer, with its `layerchain.json`. */
  readonly dir: string;
}
