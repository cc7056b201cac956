import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { dockerdArgv, type StorageDriver } from "./dockerd-argv.ts";
import type { ManagedLayout } from "./places.ts";

export interface DaemonExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The program could not be started at all. */
  readonly error: string | null;
}

/** A dockerd this process has started. */
export interface DaemonProcess {
  readonly pid: number | undefined;
  /** Resolves when it has ended, for whatever reason; never rejects. */
  readonly exited: Promise<DaemonExit>;
  readonly running: boolean;
  kill(signal: "SIGTERM" | "SIGKILL"): void;
}

/**
 * Starts dockerd. Call from the main thread: the parent-death signal follows the thread. It gets a session of its own, so that
 * Ctrl+C in the app's terminal does not end it behind the app's back, and a log file, since a pipe would break with the app.
 */
export async function startDockerd(
  dockerd: string,
  layout: ManagedLayout,
  driver: StorageDriver,
): Promise<DaemonProcess> {
  const [program = "", ...args] = dockerdArgv(dockerd, layout, driver);
  const log = await open(layout.logFile, "w");
  try {
    const child = spawn(program, args, { stdio: ["ignore", log.fd, log.fd], detached: true });
    let running = true;
    const exited = new Promise<DaemonExit>((resolve) => {
      child.once("exit", (code, signal) => resolve({ code, signal, error: null }));
      child.once("error", (error) => resolve({ code: null, signal: null, error: error.message }));
    }).finally(() => {
      running = false;
    });
    return {
      pid: child.pid,
      exited,
      get running() {
        return running;
      },
      kill: (signal) => void child.kill(signal),
    };
  } finally {
    await log.close();
  }
}

const TAIL = 4_000;

/** The last words of the daemon; "" when it has said nothing. */
export const logTail = (layout: ManagedLayout): Promise<string> =>
  readFile(layout.logFile, "utf8").then(
    (text) => text.slice(-TAIL),
    () => "",
  );

/** "was ended by SIGKILL", "ended with exit code 1". */
export function exitInWords({ code, signal, error }: DaemonExit): string {
  if (error !== null) return `could not be started: ${error}`;
  return signal === null ? `ended with exit code ${code ?? "unknown"}` : `was ended by ${signal}`;
}
