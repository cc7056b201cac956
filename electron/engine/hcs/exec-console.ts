import type { NativeSystem } from "../../../native/hcs.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import { OutputQueue } from "../../contract/output-queue.ts";
import type { ConsoleInput, OutputChunk } from "../../contract/streams.ts";
import { endOnAbort } from "../end-on-abort.ts";
import type { Clock, ConsoleOptions } from "../engine.ts";
import { Command } from "./command.ts";
import { ProcessParameters } from "./documents/process-parameters.ts";
import { writeDocument } from "./documents/write-document.ts";
import type { Subject } from "./explain.ts";
import { type CommandFrame, processParameters } from "./launch/process-parameters.ts";
import { commandFailure } from "./launch/start-failure.ts";

export interface ExecDeps {
  readonly system: NativeSystem;
  readonly frame: CommandFrame;
  readonly clock: Clock;
  readonly subject: Subject;
  /** Called when the console is over. */
  readonly release: () => void;
}

/** A further command in a running system, with a terminal. It is ended when nobody reads it any more. */
export async function execConsole(
  deps: ExecDeps,
  { exec, columns, rows }: ConsoleOptions,
  signal: AbortSignal,
): Promise<StreamSession<OutputChunk, ConsoleInput>> {
  const { system, frame, clock, subject } = deps;
  const parameters = processParameters(exec, frame, { columns, rows });
  const starting = system.createProcess(writeDocument(ProcessParameters, parameters));
  const process = await starting.catch((thrown: unknown) => {
    deps.release();
    throw commandFailure(thrown, exec[0] ?? "", subject);
  });
  let letGo = () => {};
  const queue = new OutputQueue(() => letGo());
  const onText = (chunk: OutputChunk) => queue.push(chunk);
  const command = new Command(process, { tty: true, input: true, clock, onText });
  const unlink = endOnAbort(queue, signal);
  letGo = () => {
    unlink();
    void command.terminate().then(() => {
      command.close();
      deps.release();
    });
  };
  void command.ended.then((code) => {
    queue.push({ kind: "exit", code });
    queue.end();
  });
  return { output: queue, send: (message) => command.send(message) };
}
