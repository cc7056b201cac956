/** A running dockerd as the host process table has it. */
export interface RunningDaemon {
  readonly pid: number;
  /** Its arguments joined by spaces, on Windows the line it was started by; null where that may not be read. */
  readonly command: string | null;
}

export interface Located {
  readonly path: string;
  readonly foundBy: string;
  /** The option `isolation=…` that the running daemon was started with; null where none is seen. */
  readonly flag: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The file that dockerd reads: the one on its own command line where that can be seen, else the usual one. */
export function locateDaemonFile(
  platform: NodeJS.Platform,
  env: Environment,
  daemons: readonly RunningDaemon[],
): Located {
  const told = daemons.map(({ pid, command }) => ({ pid, argv: wordsOf(command ?? "") }));
  const named = told.find(({ argv }) => lastOf(argv, "--config-file") !== null);
  const path = named && lastOf(named.argv, "--config-file");
  return {
    path: path ?? usualPath(platform, env),
    foundBy: named ? `dockerd, PID ${named.pid}, was started with it` : "the usual place",
    flag: told.map(({ argv }) => isolationFlag(argv)).find((flag) => flag !== null) ?? null,
  };
}

function usualPath(platform: NodeJS.Platform, env: Environment): string {
  if (platform !== "win32") return "/etc/docker/daemon.json";
  return `${env.ProgramData ?? String.raw`C:\ProgramData`}\\docker\\config\\daemon.json`;
}

/** Double quotes hold a word together, as on Windows. */
const wordsOf = (command: string): readonly string[] =>
  (command.match(/(?:"[^"]*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ""));

const isolationFlag = (argv: readonly string[]): string | null =>
  valuesOf(argv, "--exec-opt").findLast((option) => /^isolation=/i.test(option)) ?? null;

const lastOf = (argv: readonly string[], name: string): string | null => valuesOf(argv, name).at(-1) ?? null;

/** Of an option given as `--name value` or `--name=value`. */
function valuesOf(argv: readonly string[], name: string): string[] {
  return argv.flatMap((word, index) => {
    if (word.startsWith(`${name}=`)) return [word.slice(name.length + 1)];
    const next = argv[index + 1];
    return word === name && next !== undefined ? [next] : [];
  });
}
