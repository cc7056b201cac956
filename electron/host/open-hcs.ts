import { join } from "node:path";
import { type Addon, loadAddon } from "../../native/index.ts";
import type { RequestMeter } from "../contract/request-meter.ts";
import { systemClock } from "../engine/clock.ts";
import type { DockerEngine } from "../engine/docker/engine.ts";
import type { Engine } from "../engine/engine.ts";
import { openHcsEngine } from "../engine/hcs/engine.ts";
import { folderLayers } from "../engine/hcs/launch/folder-layers.ts";
import { addonPaths } from "./native-parts.ts";
import type { Paths } from "./paths.ts";

/**
 * The engine over the Host Compute Service. It launches from layer folders, and knows those of Docker's images. Null
 * where the addon, through which alone it speaks, does not load: why is among the notes of the process table.
 */
export function openHcs(paths: Paths, docker: DockerEngine, meter: RequestMeter): Engine | null {
  const addon = tryAddon();
  const open = addon?.openHcs;
  const host = addon?.windowsVersion?.();
  if (!open || !host) return null;
  return openHcsEngine(
    { id: "hcs", title: "Host Compute Service" },
    {
      open,
      clock: systemClock,
      meter,
      layers: folderLayers((ref, signal) => docker.imageLayers(ref, signal)),
      host,
      random: Math.random,
      paths: { scratch: join(paths.state, "layers") },
    },
  );
}

function tryAddon(): Addon | null {
  try {
    return loadAddon(addonPaths("win32"));
  } catch {
    return null;
  }
}
