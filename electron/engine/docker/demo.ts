import { baseImageTag, buildOf } from "../../model/windows-builds.ts";
import { DEMO_IMAGE } from "../demo-image.ts";
import type { DaemonFacts } from "./facts.ts";

/** What the demo runs on a daemon. */
export interface Demo {
  readonly image: string;
  readonly command: readonly string[];
  /** True when Isoscope makes the image itself; else it has to be on the host. */
  readonly made: boolean;
}

const NANOSERVER = "mcr.microsoft.com/windows/nanoserver";

/**
 * The demo that fits a daemon. Windows daemons import no root filesystem and have nothing to make one from, so there it is
 * Microsoft's smallest base image that the host's build can run.
 */
export function demoFor({ os, osVersion }: Pick<DaemonFacts, "os" | "osVersion">): Demo {
  if (os === "linux") return { image: DEMO_IMAGE, command: ["ping", "127.0.0.1"], made: true };
  const tag = baseImageTag(buildOf(osVersion) ?? Number.POSITIVE_INFINITY) ?? "ltsc2019";
  return { image: `${NANOSERVER}:${tag}`, command: ["ping", "-t", "localhost"], made: false };
}
