import { type ChildProcess, spawn } from "node:child_process";
import { inject } from "vitest";

export interface FixtureProcess extends AsyncDisposable {
  readonly pid: number;
  readonly child: ChildProcess;
}

/** Starts a fixture program in a process group of its own and waits until it says it is ready. */
export async function startFixture(
  program: "crowd" | "named",
  args: readonly string[],
): Promise<FixtureProcess> {
  const child = spawn(`${inject("programs")}/${program}`, args, {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${program} ended before it was ready`)));
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${program} has no PID`);
  return {
    pid,
    child,
    [Symbol.asyncDispose]: async () => {
      process.kill(-pid, "SIGKILL");
      await exited;
    },
  };
}
