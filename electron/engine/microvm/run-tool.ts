import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail } from "../failures.ts";
import { dieWithParent } from "../parent-death.ts";

export interface ToolOptions {
  readonly signal?: AbortSignal;
  /** Fed to standard input, which is closed after it. */
  readonly input?: Readable | AsyncIterable<Uint8Array>;
  /** An open file that takes standard output instead of it being returned. */
  readonly outputFd?: number;
  readonly cwd?: string;
}

/** Package that has a tool on Debian and Ubuntu, for the fix in an error. */
const PACKAGES: Readonly<Record<string, string>> = {
  "mkfs.erofs": "erofs-utils",
  mke2fs: "e2fsprogs",
  "qemu-system-x86_64": "qemu-system-x86",
  setpriv: "util-linux",
  xz: "xz-utils",
  "dpkg-deb": "dpkg",
  "apt-get": "apt",
  "apt-cache": "apt",
};

const installHint = (tool: string): string => `apt-get install ${PACKAGES[tool] ?? tool}`;

const KEPT_OUTPUT = 64 * 1024;

/**
 * Runs a program to its end and returns its standard output (text, first 64 KiB). It dies with this process.
 * Rejects with `unavailable` (not installed), `cancelled`, or `internal` with its error output as detail.
 */
export async function runTool(argv: readonly string[], options: ToolOptions = {}): Promise<string> {
  const [tool = ""] = argv;
  const [command = "", ...args] = dieWithParent("KILL", argv);
  const { signal, input, outputFd, cwd } = options;
  const child = spawn(command, args, {
    stdio: [input ? "pipe" : "ignore", outputFd ?? "pipe", "pipe"],
    ...(cwd === undefined ? {} : { cwd }),
    ...(signal ? { signal, killSignal: "SIGKILL" } : {}),
  });
  const output = collect(child.stdout);
  const errors = collect(child.stderr);
  const fed = input && child.stdin ? feed(input, child.stdin) : Promise.resolve(null);
  const end = await ended(child);
  const inputError = await fed;
  if (signal?.aborted) throw fail({ code: "cancelled", op: tool });
  if (inputError !== null) throw inputError;
  if (end.missing || (end.code === 127 && errors().includes("setpriv: failed to execute")))
    throw missing(tool);
  if (end.code !== 0) throw toolFailed(tool, end, errors());
  return output();
}

const missing = (tool: string) =>
  fail({
    code: "unavailable",
    engine: "QEMU micro-VM",
    reason: `${tool} is not installed`,
    fix: installHint(tool),
  });

const toolFailed = (tool: string, end: ToolEnd, detail: string) =>
  fail({ code: "internal", message: `${tool} failed: ${end.signal ?? `exit code ${end.code}`}`, detail });

interface ToolEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly missing: boolean;
}

function ended(child: ReturnType<typeof spawn>): Promise<ToolEnd> {
  return new Promise((resolve) => {
    let missing = false;
    child.on("error", (error) => {
      missing = "code" in error && error.code === "ENOENT";
      if (child.pid === undefined) resolve({ code: null, signal: null, missing });
    });
    child.on("close", (code, signal) => resolve({ code, signal, missing }));
  });
}

function collect(stream: Readable | null): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on("data", (chunk: Buffer) => {
    if (size < KEPT_OUTPUT) chunks.push(chunk);
    size += chunk.length;
  });
  return () => Buffer.concat(chunks).toString("utf8").slice(0, KEPT_OUTPUT);
}

/** Resolves with the source's own failure, or null. A reader that stopped early (EPIPE) shows in its exit status. */
async function feed(
  input: Readable | AsyncIterable<Uint8Array>,
  stdin: NodeJS.WritableStream,
): Promise<unknown> {
  try {
    await pipeline(Readable.from(input), stdin);
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "EPIPE" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ABORT_ERR" ? null : error;
  }
}
