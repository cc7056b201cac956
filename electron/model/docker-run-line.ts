import type { Isolation } from "../contract/engine.ts";
import { quoteArgument } from "./command-line.ts";
import { isLayerPath } from "./layer-path.ts";

/** A launch as far as `docker run` has words for it. */
export interface RunLine {
  readonly image: string;
  readonly command: readonly string[];
  readonly isolation: Isolation | "default";
  readonly interactive: boolean;
  readonly name: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly memoryBytes: number | null;
  readonly cpus: number | null;
}

/**
 * The `docker run` line that does the same, or null where Docker has none: on Linux its `--isolation` knows only the
 * default, and a micro-VM is Isoscope's own; a folder of layers is no image of Docker's.
 */
export function dockerRunLine(launch: RunLine, platform: "linux" | "win32" | "darwin"): string | null {
  if (platform !== "win32" && launch.isolation === "hyperv") return null;
  if (isLayerPath(launch.image)) return null;
  const isolation =
    platform === "win32" && launch.isolation !== "default" ? [`--isolation=${launch.isolation}`] : [];
  const words = [
    "docker",
    "run",
    launch.interactive ? "-it" : "-d",
    ...isolation,
    ...(launch.name === null ? [] : ["--name", launch.name]),
    ...(launch.memoryBytes === null ? [] : ["-m", memoryWord(launch.memoryBytes)]),
    ...(launch.cpus === null ? [] : ["--cpus", String(launch.cpus)]),
    ...Object.entries(launch.env).flatMap(([key, value]) => ["-e", `${key}=${value}`]),
    launch.image,
    ...launch.command,
  ];
  return words.map(quoteArgument).join(" ");
}

/** Docker's own units: the largest that divides the number. */
function memoryWord(bytes: number): string {
  const units = [
    ["g", 1024 ** 3],
    ["m", 1024 ** 2],
    ["k", 1024],
  ] as const;
  const unit = units.find(([, size]) => bytes % size === 0);
  return unit ? `${bytes / unit[1]}${unit[0]}` : `${bytes}b`;
}
