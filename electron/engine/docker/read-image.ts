import type { Image } from "../../contract/container.ts";
import type { EngineId } from "../../contract/engine.ts";
import type { IsoscopeError } from "../../contract/errors.ts";
import type { ImageConfig } from "../engine.ts";
import { imagePath } from "./ids.ts";
import { toTime } from "./map.ts";
import type { Session } from "./negotiate.ts";
import { ImageInspect } from "./parse.ts";
import { explainHttp } from "./wire-errors.ts";

/** What the daemon knows of one image. Rejects with `image-missing`. */
export function inspectImage(
  { wire, facts }: Session,
  ref: string,
  signal?: AbortSignal,
): Promise<ImageInspect> {
  const call = { op: "inspect image", path: imagePath(ref, "/json"), ...(signal ? { signal } : {}) };
  return explainHttp(wire.json(call, ImageInspect), (status) =>
    status === 404 ? missingImage(ref, facts.os) : undefined,
  );
}

/** On Windows nothing can be imported, so pulling is the one way to an image. */
export const missingImage = (ref: string, os: "linux" | "windows"): IsoscopeError => ({
  code: "image-missing",
  ref,
  ...(os === "windows" ? { fix: `docker pull ${ref}` } : {}),
});

export function toImage(engine: EngineId, inspected: ImageInspect, refs: readonly string[]): Image {
  const { Config } = inspected;
  return {
    key: `${engine}/${inspected.Id}`,
    engine,
    id: inspected.Id,
    refs: refs.filter((ref) => ref !== "<none>:<none>"),
    sizeBytes: inspected.Size ?? null,
    os: inspected.Os,
    architecture: inspected.Architecture,
    osVersion: inspected.OsVersion || null,
    layers: inspected.RootFS?.Layers?.length ?? null,
    createdAt: toTime(inspected.Created),
    defaultCommand: [...Config.Entrypoint, ...Config.Cmd],
  };
}

/** What another engine needs to run the image. */
export function toImageConfig(ref: string, inspected: ImageInspect): ImageConfig {
  const { Config } = inspected;
  return {
    id: inspected.Id,
    ref,
    os: inspected.Os,
    architecture: inspected.Architecture,
    sizeBytes: inspected.Size ?? null,
    entrypoint: Config.Entrypoint,
    command: Config.Cmd,
    env: toEnvironment(Config.Env),
    workingDirectory: Config.WorkingDir,
    user: Config.User,
  };
}

/** `["A=1"]` as a record; a name without `=` is an empty value. */
export function toEnvironment(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => {
      const cut = line.indexOf("=");
      return cut < 0 ? [line, ""] : [line.slice(0, cut), line.slice(cut + 1)];
    }),
  );
}
