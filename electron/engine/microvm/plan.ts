import type { EngineLaunch, ImageConfig } from "../engine.ts";
import { fail } from "../failures.ts";
import type { GuestCommand } from "./agent-client.ts";

/** The part of a command that is the same for the main one and all further ones. */
export type CommandFrame = Pick<GuestCommand, "env" | "cwd" | "user">;

const ROWS = 24;
const COLUMNS = 80;

/** Throws `os-mismatch` for an image this engine's kernel cannot run. */
export function checkImage({ os, architecture }: Pick<ImageConfig, "os" | "architecture">): void {
  const image = `${os}/${architecture}`;
  if (image !== "linux/amd64" && image !== "linux/x86_64")
    throw fail({ code: "os-mismatch", host: "linux/amd64", image });
}

/** The image's variables, then the launch's. */
function commandFrame(spec: EngineLaunch, image: ImageConfig): CommandFrame {
  const env = Object.entries({ ...image.env, ...spec.env }).map(([name, value]) => `${name}=${value}`);
  return { env, cwd: image.workingDirectory || "/", user: image.user };
}

/** As container engines do: the given command replaces the image's, the entry point stays. Throws `invalid`. */
export function mainCommand(spec: EngineLaunch, image: ImageConfig): GuestCommand {
  const argv = [...image.entrypoint, ...(spec.command.length > 0 ? spec.command : image.command)];
  if (argv.length === 0 || argv[0] === "") {
    throw fail({
      code: "invalid",
      field: "command",
      message: `The image ${image.ref} has no command of its own`,
    });
  }
  const frame = commandFrame(spec, image);
  return { ...frame, argv, tty: spec.interactive, main: true, rows: ROWS, columns: COLUMNS };
}
