import type { z } from "zod";
import type { IsoscopeError } from "./errors.ts";

/** A schema's refusal as a contract error that names the first offending field. The value itself is not echoed. */
export function invalidInput(error: z.ZodError): Extract<IsoscopeError, { code: "invalid" }> {
  const [first] = error.issues;
  return {
    code: "invalid",
    field: first?.path.join(".") ?? "",
    message: first?.message ?? "not understood",
  };
}
