import type { IsoscopeError } from "../../contract/errors.ts";
import { EXIT } from "./exit-codes.ts";

const NOTHING_RUN = 125;
const NOT_EXECUTABLE = 126;
const NO_COMMAND = 127;

/** The exit code of a launch that failed, as `docker run` numbers them. A command's own code is never touched. */
export function runErrorCode(error: IsoscopeError): number {
  switch (error.code) {
    case "invalid":
      return EXIT.usage;
    case "cancelled":
      return EXIT.interrupted;
    case "start-failed":
      return startCode(error);
    default:
      return NOTHING_RUN;
  }
}

/** Docker keeps its guess as the container's exit code; others say in words what was wrong. */
function startCode({ exitCode, reason }: Extract<IsoscopeError, { code: "start-failed" }>): number {
  if (exitCode === NOT_EXECUTABLE || exitCode === NO_COMMAND) return exitCode;
  if (/permission denied/i.test(reason)) return NOT_EXECUTABLE;
  return /not found|no such file|cannot find/i.test(reason) ? NO_COMMAND : NOTHING_RUN;
}
