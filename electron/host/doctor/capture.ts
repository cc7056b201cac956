import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What a program prints, run without a shell until the signal is aborted. Rejects when it cannot be started or ends with
 * another exit code than 0.
 */
export async function capture(argv: readonly [string, ...string[]], signal: AbortSignal): Promise<string> {
  const [program, ...args] = argv;
  const { stdout } = await run(program, args, { signal, windowsHide: true, maxBuffer: 1 << 20 });
  return stdout;
}
