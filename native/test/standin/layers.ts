import { mkdirSync, writeFileSync } from "node:fs";
import { win32 } from "node:path";

/** A chain of image layers as Docker's windowsfilter driver leaves them, for tests under Wine. */
export interface LayerChain {
  /** The folder that the layers lie in: the driver's home. */
  readonly home: string;
  /** The uppermost read-only layer. */
  readonly top: string;
  /** All, nearest first, the base last. */
  readonly layers: readonly string[];
}

/**
 * Makes a chain in `home`: an upper layer and the base, which alone has a utility VM (unless `utilityVm` is false).
 * Files have names and no content: nothing reads them but the stand-in, which looks whether they are there.
 */
export function makeLayers(home: string, { utilityVm = true } = {}): LayerChain {
  const [top, base] = [win32.join(home, "app"), win32.join(home, "base")];
  for (const layer of [top, base]) {
    mkdirSync(win32.join(layer, "Files"), { recursive: true });
    mkdirSync(win32.join(layer, "Hives"), { recursive: true });
  }
  writeFileSync(win32.join(top, "layerchain.json"), JSON.stringify([base]));
  for (const name of ["blank.vhdx", "blank-base.vhdx"]) writeFileSync(win32.join(base, name), "");
  if (utilityVm) makeUtilityVm(win32.join(base, "UtilityVM"));
  return { home, top, layers: [top, base] };
}

function makeUtilityVm(folder: string): void {
  mkdirSync(win32.join(folder, "Files"), { recursive: true });
  for (const name of ["SystemTemplate.vhdx", "SystemTemplateBase.vhdx"])
    writeFileSync(win32.join(folder, name), "");
}
