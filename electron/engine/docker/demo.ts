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
 * The demo that fits a daemon. Windows daemons import no root filesystem, so there it is Microsoft's smallest base image that
 * the host's build can run; and a Windows host has no program to make a Linux image of.
 * @param host where Isoscope runs
 */
export function demoFor(
  { os, osVersion }: Pick<DaemonFacts, "os" | "osVersion">,
  host: NodeJS.Platform = "linux",
): Demo {
  if (os === "linux") {
    const made = host !== "win32";
    return { image: made ? DEMO_IMAGE : "busybox:latest", command: ["ping", "127.0.0.1"], made };
  }
  const tag = baseImageTag(buildOf(osVersion) ?? Number.POSITIVE_INFINITY) ?? "ltsc2019";
  return { image: `${NANOSERVER}:${tag}`, command: ["ping", "-t", "localhost"], made: false };
}
