import { readdir, readFile } from "node:fs/promises";

export interface RunningProcess {
  readonly pid: number;
  readonly ppid: number;
  readonly argv: readonly string[];
}

/** Every process that has a command line; zombies and kernel threads have none. */
export async function runningProcesses(proc = "/proc"): Promise<readonly RunningProcess[]> {
  const names = (await readdir(proc)).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(names.map((name) => readProcess(proc, name).catch(() => null)));
  return read.filter((process) => process !== null);
}

async function readProcess(proc: string, name: string): Promise<RunningProcess | null> {
  const [cmdline, stat] = await Promise.all([
    readFile(`${proc}/${name}/cmdline`, "utf8"),
    readFile(`${proc}/${name}/stat`, "utf8"),
  ]);
  const argv = cmdline.split("\0").slice(0, -1);
  // The name before it is in parentheses and may hold anything.
  const [, ppid] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return argv.length === 0 ? null : { pid: Number(name), ppid: Number(ppid), argv };
}

const PARTS = /(^|\/)(dockerd|containerd|containerd-shim[a-z0-9-]*)$/;

/** The daemon, its containerd and the shims of one exec-root, and nobody else's: the directory is on their command lines. */
export function daemonParts(all: readonly RunningProcess[], execRoot: string): readonly RunningProcess[] {
  return all.filter(
    ({ argv }) =>
      PARTS.test(argv[0] ?? "") && argv.some((word) => word === execRoot || word.startsWith(`${execRoot}/`)),
  );
}

/** The containers' first processes: what the shims have started. With it the kernel ends its whole PID namespace. */
export function shimChildren(
  all: readonly RunningProcess[],
  parts: readonly RunningProcess[],
): readonly RunningProcess[] {
  const shims = new Set(
    parts.filter(({ argv }) => argv[0]?.includes("containerd-shim")).map(({ pid }) => pid),
  );
  return all.filter(({ ppid }) => shims.has(ppid));
}
