import { type IsoscopeError, IsoscopeFailure } from "../../../contract/errors.ts";
import { resultCode } from "../../../model/hresult.ts";
import { explain, type Subject } from "../explain.ts";
import { isCallError } from "../native-errors.ts";

const INVALID_JSON = "HCS_E_INVALID_JSON";

/** Why a command could not be started. What is wrong with the service or the rights stays as it is. */
export function commandFailure(thrown: unknown, program: string, subject: Subject): IsoscopeFailure {
  const { error } = explain(thrown, subject);
  if (error.code !== "hresult") return new IsoscopeFailure(error, { cause: thrown });
  const reason = `"${program}" could not be started: ${error.meaning}`;
  return new IsoscopeFailure(
    { code: "start-failed", reason, exitCode: null, ...(error.detail ? { detail: error.detail } : {}) },
    { cause: thrown },
  );
}

/** A refused schema-1 document is not our mistake: that computecore.dll takes one is not documented. */
export function hyperVFailure(thrown: unknown, subject: Subject): IsoscopeFailure {
  const failure = explain(thrown, subject);
  if (!isCallError(thrown) || resultCode(thrown.hresult)?.name !== INVALID_JSON) return failure;
  const { error } = failure;
  const unsupported: IsoscopeError = {
    code: "unsupported",
    capability: "launch.hyperv",
    reason:
      "This Windows does not take the document with which Docker makes Hyper-V containers (schema 1) through computecore.dll.",
    fix: "Launch it with the Docker engine, which uses vmcompute.dll.",
    ...("detail" in error && error.detail ? { detail: error.detail } : {}),
  };
  return new IsoscopeFailure(unsupported, { cause: thrown });
}
