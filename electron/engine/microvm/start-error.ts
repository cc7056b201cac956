import type { IsoscopeFailure } from "../../contract/errors.ts";
import { fail } from "../failures.ts";
import { type GuestCommand, GuestRefusal } from "./agent-client.ts";

const ENOENT = 2;
const EACCES = 13;

/** The guest's refusal of a command as `start-failed`, with the exit code a shell would give; other errors as they are. */
export const startError = (thrown: unknown, command: GuestCommand): unknown =>
  thrown instanceof GuestRefusal ? refused(thrown, command) : thrown;

function refused({ refusal }: GuestRefusal, { argv, user, cwd }: GuestCommand): IsoscopeFailure {
  const what: Readonly<Record<string, string>> = { exec: argv[0] ?? "", user, "working directory": cwd };
  const stage = refusal.stage ?? refusal.code;
  const subject = what[stage];
  const exitCode =
    stage !== "exec" ? null : refusal.errno === ENOENT ? 127 : refusal.errno === EACCES ? 126 : null;
  const reason = `${stage}${subject === undefined ? "" : ` "${subject}"`}: ${refusal.message}`;
  return fail({ code: "start-failed", reason, exitCode });
}
