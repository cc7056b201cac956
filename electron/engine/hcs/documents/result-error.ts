import { z } from "zod";
import { lenient, readable } from "./parse-document.ts";

const ErrorEvent = z.object({
  Message: lenient(z.string()),
  Provider: lenient(z.string()),
  Source: lenient(z.string()),
});

/** What HCS says about a call that failed. `Error` is the HRESULT as a signed decimal. */
export const ResultError = z.object({
  Error: lenient(z.number().int()),
  ErrorMessage: lenient(z.string()),
  ErrorEvents: lenient(readable(ErrorEvent)),
});
type ResultError = z.output<typeof ResultError>;

/** What went wrong in HCS's own words, a line each. */
export function linesOf({ ErrorMessage, ErrorEvents }: ResultError): readonly string[] {
  const events = (ErrorEvents ?? []).map(({ Message, Source, Provider }) =>
    [Message ?? "event without a message", Source && `(${Source})`, !Source && Provider && `(${Provider})`]
      .filter(Boolean)
      .join(" "),
  );
  return [...(ErrorMessage ? [ErrorMessage] : []), ...events];
}
