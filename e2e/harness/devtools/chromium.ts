import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { chromiumArguments, findChromium } from "../../../scripts/setup/chromium.mjs";
import { Connection } from "./connection.ts";

/** How long it may take to end of itself, in ms. */
const PATIENCE_MS = 5000;

export interface Chromium {
  readonly connection: Connection;
  /** Resolves once its process has gone, whoever ended it. */
  readonly gone: Promise<void>;
  /** Ends it. Resolves once it has gone. */
  close(): Promise<void>;
}

/**
 * Starts Debian's Chromium with two doors: the pipe is ours, and it ends when the pipe closes, even by our sudden death;
 * the port is for the test, told on standard error as Electron tells it. It resolves no host name.
 */
export async function startChromium(profile: string, onEndpoint: (line: string) => void): Promise<Chromium> {
  const program = findChromium();
  if (program === null) throw new Error("there is no Chromium on this system");
  const child = spawn(program, [...switches(), `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const connection = connect(child);
  await announced(child, onEndpoint);
  return { connection, gone, close: () => close(child, gone) };
}

const switches = (): readonly string[] => [
  ...chromiumArguments(process.getuid?.() === 0),
  "--headless",
  "--no-startup-window",
  "--disable-extensions",
  "--disable-default-apps",
  "--disable-breakpad",
  "--disable-dev-shm-usage",
  "--disable-back-forward-cache",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--password-store=basic",
  "--use-mock-keychain",
  "--force-color-profile=srgb",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--remote-debugging-pipe",
  "--remote-debugging-port=0",
];

function connect({ stdio }: ChildProcess): Connection {
  const [, , , out, incoming] = stdio;
  if (!out || !("write" in out) || !incoming || !("read" in incoming))
    throw new Error("Chromium has no pipe");
  return new Connection(out, incoming);
}

function announced(
  { stderr }: { readonly stderr: Readable | null },
  tell: (line: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!stderr) return reject(new Error("Chromium has no standard error"));
    // Read to the end, so that what it says never fills the pipe.
    const lines = createInterface({ input: stderr });
    const seen: string[] = [];
    lines.on("line", (line) => {
      seen.push(line);
      if (!line.startsWith("DevTools listening on ")) return;
      tell(line);
      resolve();
    });
    lines.on("close", () => reject(new Error(`Chromium did not start:\n${seen.join("\n")}`)));
  });
}

async function close(child: ChildProcess, gone: Promise<void>): Promise<void> {
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  const [, , , pipe] = child.stdio;
  if (pipe && "end" in pipe) pipe.end();
  await gone;
  clearTimeout(timer);
}
