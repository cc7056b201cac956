import type { Image } from "../../../electron/contract/container.ts";
import { formatBytes } from "../../../electron/model/format.ts";
import { launchStrings } from "../../strings/launch.ts";

/** A reference that can be chosen. */
export interface ImageOption {
  readonly ref: string;
  /** Version of its system, else its size, and whether it is the demo's. */
  readonly note: string;
  /** Null of the demo's image before it is made. */
  readonly image: Image | null;
}

/** References to offer, the demo's first, each once. */
export function imageOptions(images: Iterable<Image>, demo: string | undefined): readonly ImageOption[] {
  const options = new Map<string, ImageOption>();
  if (demo !== undefined) options.set(demo, { ref: demo, note: launchStrings.demoImage, image: null });
  for (const image of images) {
    for (const ref of image.refs) {
      const facts = image.osVersion === null ? formatBytes(image.sizeBytes) : shortVersion(image.osVersion);
      options.set(ref, { ref, note: ref === demo ? `${launchStrings.demoImage}, ${facts}` : facts, image });
    }
  }
  return [...options.values()];
}

/** "10.0.17763.6414" is 17763.6414 to everybody who reads it. */
export const shortVersion = (osVersion: string): string => osVersion.replace(/^10\.0\./, "");

/** The image that has this reference; null while none that is there does. */
export function imageNamed(images: Iterable<Image>, ref: string): Image | null {
  const wanted = ref.trim();
  for (const image of images) if (image.refs.includes(wanted)) return image;
  return null;
}
