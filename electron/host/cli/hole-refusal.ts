import type { IsoscopeError } from "../../contract/errors.ts";
import type { LaunchHole } from "../../contract/hole.ts";
import { holeInWords } from "../../engine/refuse-holes.ts";

const AT_A_HOLE = /^holes\.(\d+)(?:\.|$)/;

/** A refusal at the form's field of a hole, about the hole as it was given; any other as it is. */
export function inWordsOfHoles(error: IsoscopeError, holes: readonly LaunchHole[]): IsoscopeError {
  if (error.code !== "invalid") return error;
  const hole = holes[Number(AT_A_HOLE.exec(error.field)?.[1] ?? Number.NaN)];
  return hole === undefined ? error : { ...error, field: holeInWords(hole) };
}
