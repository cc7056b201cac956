import type { Isolation } from "../contract/engine.ts";
import type { LaunchHole } from "../contract/hole.ts";
import { isLayerPath } from "./layer-path.ts";
import { holeWords } from "./run-line/hole-words.ts";
import { memoryWord } from "./run-line/memory.ts";
import { joinFor, type Shell, shellOf } from "./run-line/shell.ts";

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
  readonly holes: readonly LaunchHole[];
}

/**
 * The `docker run` line that does the same, or null where Docker has none: on Linux its `--isolation` knows only the
 * default, and a micro-VM is Isoscope's own; a folder of layers is no image of Docker's.
 */
export function dockerRunLine(
  launch: RunLine,
  platform: "linux" | "win32" | "darwin",
  shell: Shell = shellOf(platform),
): string | null {
  const words = dockerRunWords(launch, platform);
  return words && joinFor(shell, words);
}

/** The same as words that no shell has quoted yet. */
export function dockerRunWords(
  launch: RunLine,
  platform: "linux" | "win32" | "darwin",
): readonly string[] | null {
  if (platform !== "win32" && launch.isolation === "hyperv") return null;
  if (isLayerPath(launch.image)) return null;
  const isolation =
    platform === "win32" && launch.isolation !== "default" ? [`--isolation=${launch.isolation}`] : [];
  return [
    "docker",
    "run",
    launch.interactive ? "-it" : "-d",
    ...isolation,
    ...(launch.name === null ? [] : ["--name", launch.name]),
    ...(launch.memoryBytes === null ? [] : ["-m", memoryWord(launch.memoryBytes)]),
    ...(launch.cpus === null ? [] : ["--cpus", String(launch.cpus)]),
    ...launch.holes.flatMap(holeWords),
    ...Object.entries(launch.env).flatMap(([key, value]) => ["-e", `${key}=${value}`]),
    launch.image,
    ...launch.command,
  ];
}
