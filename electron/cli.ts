import { runCli } from "./host/cli/run.ts";
import { composeApp } from "./host/compose.ts";

const log = (line: string) => void process.stderr.write(`${line}\n`);

process.exitCode = await runCli(process.argv.slice(2), {
  compose: () => composeApp({ log }),
  out: (line) => void process.stdout.write(`${line}\n`),
  log,
});
// What an engine still holds open must not keep the command from ending.
process.exit();
