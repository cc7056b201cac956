import { splitCommand } from "../../model/command-line.ts";

/** A running dockerd as the host process table has it. */
export interface RunningDaemon {
  readonly pid: number;
  /** Null where it may not be read. */
  readonly command: string | null;
}

export interface Located {
  readonly path: string;
  readonly foundBy: string;
  /** The option by which the running daemon was told an isolation, as it was given; null where none is seen. */
  readonly flag: string | null;
}

/** The file that dockerd reads, by its own command line where that can be seen, else the usual one. */
export function locateDaemonFile(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  daemons: readonly RunningDaemon[],
): Located {
  for (const { pid, command } of daemons) {
    const argv = command === null ? [] : argvOf(command);
    const path = valuesOf(argv, "--config-file").at(-1);
    const flag = valuesOf(argv, "--exec-opt").findLast((option) => /^\s*isolation\s*=/i.test(option)) ?? null;
    if (path !== undefined || flag !== null) {
      const how = path === undefined ? "the usual place" : `dockerd, PID ${pid}, was started with it`;
      return { path: path ?? usualPath(platform, env), foundBy: how, flag };
    }
  }
  return { path: usualPath(platform, env), foundBy: "the usual place", flag: null };
}

function usualPath(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string {
  if (platform !== "win32") return "/etc/docker/daemon.json";
  return `${env.ProgramData ?? String.raw`C:\ProgramData`}\\docker\\config\\daemon.json`;
}

/** Windows' command lines quote with `"` and keep every backslash, which a POSIX reader would take away. */
function argvOf(command: string): readonly string[] {
  if (command.includes("\\")) return (command.match(/"[^"]*"|[^\s"]+/g) ?? []).map((word) => word.replaceAll('"', ""));
  const split = splitCommand(command);
  return "argv" in split ? split.argv : [];
}

/** Of an option given as `--name value` or `--name=value`. */
function valuesOf(argv: readonly string[], name: string): string[] {
  return argv.flatMap((word, index) => {
    if (word.startsWith(`${name}=`)) return [word.slice(name.length + 1)];
    const next = argv[index + 1];
    return word === name && next !== undefined ? [next] : [];
  });
}
