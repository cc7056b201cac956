import { quoteArgument } from "../../../electron/model/command-line.ts";
import { dockerRunLine } from "../../../electron/model/docker-run-line.ts";
import { engineCli, hostCommands } from "../../../electron/model/terminal-commands.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import { commandText } from "./demo-command.ts";
import type { Facts } from "./facts.ts";

/** What a step shows as its command: a line for a terminal with its prompt, or words where no terminal has one. */
export type StepCommand =
  | { readonly prompt: string; readonly line: string; readonly runnable: boolean }
  | { readonly words: string };

/** The platform's own command for what a step shows. A name or PID not known yet makes the line one to read only. */
export function stepCommand(facts: Facts): StepCommand {
  switch (facts.step.kind) {
    case "run":
      return runCommand(facts);
    case "inside":
      return insideCommand(facts);
    case "look":
      return atHost(facts, hostCommands.byName(facts.host.platform, facts.program), true);
    case "worker": {
      const pid = facts.shown?.scope.worker?.pid;
      return pid === undefined
        ? { words: presenterStrings.notRun }
        : atHost(facts, hostCommands.byPid(facts.host.platform, pid), true);
    }
  }
}

function atHost({ host }: Facts, line: string, runnable: boolean): StepCommand {
  return { prompt: host.platform === "win32" ? "PS>" : "$", line, runnable };
}

function runCommand(facts: Facts): StepCommand {
  const { what, step, host, engine } = facts;
  const cli = engineCli(engine);
  const plain = { interactive: false, name: null, env: {}, memoryBytes: null, cpus: null, holes: [] };
  const line = cli && dockerRunLine({ ...what, ...plain, isolation: step.isolation }, host.platform);
  if (cli && line)
    return atHost(
      facts,
      line.replace(/^docker\b/, () => cli),
      true,
    );
  const text = commandText(what);
  const vm = host.platform !== "win32" && step.isolation === "hyperv";
  const words = vm
    ? presenterStrings.inVm(text)
    : presenterStrings.viaIsoscope(engine?.title ?? facts.words.vm, text);
  return { words };
}

function insideCommand(facts: Facts): StepCommand {
  const { host, step, engine, shown } = facts;
  if (host.platform !== "win32" && step.isolation === "hyperv")
    return { prompt: "guest #", line: "ps", runnable: false };
  const cli = engineCli(engine);
  if (cli === null)
    return { words: shown ? presenterStrings.readWith(shown.scope.insideSource) : presenterStrings.notRun };
  const name = shown ? quoteArgument(shown.container.name) : presenterStrings.name;
  const line = host.platform === "win32" ? `${cli} top ${name}` : `${cli} exec ${name} ps`;
  return atHost(facts, line, shown !== null);
}
