import type { Image } from "../../contract/container.ts";
import type { HostInfo } from "../../contract/contract.ts";
import { buildOf, revisionOf } from "../windows-builds.ts";
import type { AdvisedImage } from "./advice.ts";

/** What the rules ask of an image that an engine has; all unknown for null, as for a reference nobody has pulled. */
export function advisedImage(image: Pick<Image, "os" | "architecture" | "osVersion"> | null): AdvisedImage {
  if (image === null) return { os: null, architecture: null, build: null, revision: null };
  const os = image.os.toLowerCase();
  return {
    os: os === "windows" || os === "linux" ? os : null,
    architecture: dockerArchitecture(image.architecture),
    build: image.osVersion === null ? null : buildOf(image.osVersion),
    revision: image.osVersion === null ? null : revisionOf(image.osVersion),
  };
}

/**
 * What is known of an image that no engine has: nothing, unless it is the demo's. That one is made at its first launch of
 * this host's own programs; on Windows it has to be pulled like any other.
 */
export function advisedReference(
  ref: string,
  { demo, platform, machine }: Pick<HostInfo, "demo" | "platform" | "machine">,
): AdvisedImage {
  if (ref !== demo.image || platform === "win32") return advisedImage(null);
  return advisedImage({ os: "linux", architecture: machine.architecture, osVersion: null });
}

const DOCKER_WORDS: Readonly<Record<string, string>> = { x86_64: "amd64", x64: "amd64", aarch64: "arm64" };

function dockerArchitecture(word: string): string | null {
  const lower = word.toLowerCase();
  if (lower === "" || lower === "unknown") return null;
  return DOCKER_WORDS[lower] ?? lower;
}
