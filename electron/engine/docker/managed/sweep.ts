import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { promisify } from "node:util";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import { delay } from "../../delay.ts";
import type { Clock } from "../../engine.ts";
import { daemonParts, runningProcesses, shimChildren } from "./leftover-processes.ts";
import { mountsBelow } from "./mounts.ts";
import type { ManagedLayout } from "./places.ts";
import { removeBridge } from "./port-bridge.ts";

const run = promisify(execFile);

/** How long killed processes may take to vanish. ms */
const VANISH_AT_MOST = 10_000;
const ASK_EVERY = 50;

/**
 * Removes what a daemon of this layout has left: processes, mounts, sockets, PID files, its bridge. Images and containers stay. A daemon
 * that still runs is killed: ask {@link daemonRuns} before.
 * Rejects with `unavailable` rather than delete below a mount that will not go.
 */
export async function sweepLeftovers(layout: ManagedLayout, clock: Clock): Promise<void> {
  await killParts(layout);
  await untilGone(layout, clock);
  await unmountAll(layout);
  await removeBridge(layout.bridge);
  await Promise.all(
    // The PID file of containerd goes with it: its number may be a zombie, which a new dockerd would take for alive.
    [layout.execRoot, layout.socket, layout.pidFile].map((path) =>
      rm(path, { recursive: true, force: true }),
    ),
  );
}

/**
 * Whether a dockerd of this layout runs, whoever has started it: it may be starting, or ending and stopping its containers.
 * `orphaned`: the app that started it is dead, so it has been told to end.
 */
export async function daemonRuns({ execRoot }: ManagedLayout): Promise<"no" | "orphaned" | "owned"> {
  const parts = daemonParts(await runningProcesses(), execRoot);
  const daemons = parts.filter(({ argv }) => argv[0]?.endsWith("dockerd"));
  if (daemons.length === 0) return "no";
  return daemons.every(({ ppid }) => ppid === 1) ? "orphaned" : "owned";
}

async function untilGone({ execRoot }: ManagedLayout, clock: Clock): Promise<void> {
  const never = new AbortController().signal;
  const until = clock.now() + VANISH_AT_MOST;
  while (clock.now() < until) {
    if (daemonParts(await runningProcesses(), execRoot).length === 0) return;
    await delay(clock, ASK_EVERY, never);
  }
}

async function killParts({ execRoot }: ManagedLayout): Promise<void> {
  const all = await runningProcesses();
  const parts = daemonParts(all, execRoot);
  for (const { pid } of [...shimChildren(all, parts), ...parts]) killIfThere(pid);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (thrown) {
    // It ended between being seen and being killed.
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ESRCH")) throw thrown;
  }
}

const ownMounts = async ({ dataRoot, execRoot }: ManagedLayout): Promise<readonly string[]> =>
  mountsBelow(await readFile("/proc/self/mounts", "utf8"), [dataRoot, execRoot]);

async function unmountAll(layout: ManagedLayout): Promise<void> {
  for (const point of await ownMounts(layout)) {
    // Held by a process that is just ending: let go of it now, the kernel finishes.
    await run("umount", [point]).catch(() => run("umount", ["--lazy", point]).catch(() => {}));
  }
  const [left] = await ownMounts(layout);
  if (left === undefined) return;
  const reason = `A mount that an earlier daemon left cannot be removed: ${left}`;
  throw new IsoscopeFailure({
    code: "unavailable",
    engine: "Docker",
    reason,
    fix: `Run: umount --lazy ${left}`,
  });
}
