import { fileURLToPath } from "node:url";
import { summarise, toIsoscopeError } from "./contract/failure.ts";
import { recordingNamed } from "./host/show-recording.ts";
import type { Served } from "./host/web/serve.ts";
import { serveHere } from "./host/web/serve-here.ts";
import { readServeFlags } from "./host/web/serve-options.ts";
import { whenTold } from "./host/when-told.ts";

/** After this the process goes even if an engine does not let go: what it started dies with it. */
const SHUTDOWN_LIMIT_MS = 15_000;
const log = (line: string) => console.error(line);

function fail(thrown: unknown): never {
  const error = toIsoscopeError(thrown);
  log(`Isoscope cannot start: ${summarise(error)}${"fix" in error && error.fix ? ` ${error.fix}` : ""}`);
  process.exit(error.code === "invalid" ? 2 : 1);
}

async function start(): Promise<void> {
  const flags = readServeFlags(process.argv.slice(2));
  const rendererDir = fileURLToPath(new URL("../renderer", import.meta.url));
  // Signals count from the first moment on: what is half composed by then is closed once it is whole.
  const recording = recordingNamed(flags.replay ?? process.env.ISOSCOPE_REPLAY);
  const served = serveHere({ port: flags.port, recording, rendererDir, log });
  whenTold(process, (why) => void stop(served, why));
  const { url } = await served;
  process.stdout.write(`${flags.json ? JSON.stringify({ url }) : url}\n`);
}

async function stop(served: Promise<Served>, why: string): Promise<void> {
  log(`Closing: ${why}.`);
  setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
  await served.then((app) => app.close()).catch(fail);
  process.exit(0);
}

start().catch(fail);
