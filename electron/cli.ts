import { fileURLToPath } from "node:url";
import { APP_VERSION } from "./host/app-version.ts";
import { processTerminal } from "./host/cli/process-terminal.ts";
import { runCli } from "./host/cli/run.ts";
import { openSession, ownSession } from "./host/cli/session/open-session.ts";
import { systemPaths } from "./host/paths.ts";
import { showRecording } from "./host/show-recording.ts";
import { whenTold } from "./host/when-told.ts";

const told = new AbortController();
const terminal = processTerminal(process, () => told.abort());
const log = (line: string) => void terminal.err.write(`${line}\n`);
whenTold(process, () => told.abort());

const rendererDir = fileURLToPath(new URL("../renderer", import.meta.url));

// Nothing else may hold the process while a verb waits: timers of engines do not.
const staying = setInterval(() => {}, 60_000);
const code = await runCli(process.argv.slice(2), {
  terminal,
  env: process.env,
  signal: told.signal,
  serve: async (port, recording) =>
    (await import("./host/web/serve-here.ts")).serveHere({ port, recording, rendererDir, log }),
  openRecording: async (recording) => {
    const { composeApp } = await import("./host/compose.ts");
    return ownSession(await showRecording(await composeApp({ log, engines: false }), recording));
  },
  openSession: (wish) =>
    openSession(wish, {
      run: systemPaths().run,
      env: process.env,
      version: APP_VERSION,
      log,
      // Loaded on demand: verbs that need no engine answer at once.
      compose: async () => (await import("./host/compose.ts")).composeApp({ log }),
    }),
});
clearInterval(staying);
// What was written last has to be out before the end, which engines that hold something open must not delay.
await Promise.all([terminal.out.write(""), terminal.err.write("")]);
process.exit(code);
