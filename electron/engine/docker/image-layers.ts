import { IsoscopeFailure } from "../../contract/failure.ts";
import type { Session } from "./negotiate.ts";
import { inspectImage, toEnvironment } from "./read-image.ts";

/** An image that lies in layer folders on the daemon's host, and what it says of itself. */
export interface ImageLayers {
  /** Folder of its uppermost layer; the others are named by the `layerchain.json` in it. */
  readonly dir: string;
  /** E.g. `10.0.20348.2700`; null when not told. */
  readonly osVersion: string | null;
  /** Entry point and command; empty when it has neither. */
  readonly defaultCommand: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** "" means the root of the system drive. */
  readonly workingDirectory: string;
  /** "" means the image's own. */
  readonly user: string;
}

/**
 * Where Windows' layers of an image lie (inspect, `GraphDriver.Data.dir`). Null when there is no such image. Rejects with
 * `unsupported` where the daemon keeps images otherwise: Linux, or the containerd store.
 */
export async function imageLayers(
  session: Session,
  ref: string,
  signal: AbortSignal,
): Promise<ImageLayers | null> {
  const inspected = await inspectImage(session, ref, signal).catch(nullWhenMissing);
  if (inspected === null) return null;
  const { Config, GraphDriver, OsVersion } = inspected;
  if (GraphDriver?.Name !== "windowsfilter" || !GraphDriver.Data.dir) {
    const store = GraphDriver?.Name || "a store that it does not name";
    const reason = `The daemon keeps this image in ${store}, not in Windows' layer folders.`;
    throw new IsoscopeFailure({ code: "unsupported", capability: "image layers", reason });
  }
  return {
    dir: GraphDriver.Data.dir,
    osVersion: OsVersion || null,
    defaultCommand: [...Config.Entrypoint, ...Config.Cmd],
    env: toEnvironment(Config.Env),
    workingDirectory: Config.WorkingDir,
    user: Config.User,
  };
}

function nullWhenMissing(thrown: unknown): null {
  if (thrown instanceof IsoscopeFailure && thrown.error.code === "image-missing") return null;
  throw thrown;
}
