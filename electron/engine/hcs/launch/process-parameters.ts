import type { EngineLaunch } from "../../engine.ts";
import type { ProcessParameters } from "../documents/process-parameters.ts";
import type { LayeredImage } from "./layer-source.ts";
import { windowsCommandLine } from "./windows-command-line.ts";

/** A terminal before anybody has said how large it is. */
const FIRST_SIZE: [number, number] = [24, 80];

/** How processes of a container run: the same for its command and for further ones. */
export interface CommandFrame {
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  readonly user: string;
}

export const frameOf = (spec: EngineLaunch, image: LayeredImage): CommandFrame => ({
  env: { ...image.env, ...spec.env },
  workingDirectory: image.workingDirectory,
  user: image.user,
});

/** A system that this app did not make: nothing is known of its image. */
export const BARE_FRAME: CommandFrame = { env: {}, workingDirectory: "", user: "" };

export function processParameters(
  argv: readonly string[],
  frame: CommandFrame,
  terminal: { readonly rows: number; readonly columns: number } | boolean,
): ProcessParameters {
  const tty = terminal !== false;
  const size: [number, number] =
    typeof terminal === "object" ? [terminal.rows, terminal.columns] : FIRST_SIZE;
  return {
    CommandLine: windowsCommandLine(argv),
    ...(frame.user === "" ? {} : { User: frame.user }),
    WorkingDirectory: frame.workingDirectory || "C:\\",
    Environment: { ...frame.env },
    EmulateConsole: tty,
    CreateStdInPipe: tty,
    CreateStdOutPipe: true,
    CreateStdErrPipe: !tty,
    ...(tty ? { ConsoleSize: size } : {}),
  };
}
