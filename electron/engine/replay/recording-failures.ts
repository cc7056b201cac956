import type { z } from "zod";
import { IsoscopeFailure } from "../../contract/failure.ts";

/** A file that is no recording, or one that was changed since. Nothing of it is shown. */
export const damaged = (message: string, detail?: string): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "invalid",
    field: "file",
    message: `This recording cannot be read: ${message}`,
    ...(detail === undefined ? {} : { detail }),
  });

export const tooLarge = (what: string, most: number): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "invalid",
    field: "file",
    message: `This file is no recording that can be shown: ${what} more than ${Math.round(most / 1024 / 1024)} MiB.`,
  });

export const newer = (version: number, known: number): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "unsupported",
    capability: "this recording",
    reason: `It was made by a newer Isoscope: its format is version ${version}, this one reads version ${known}.`,
    fix: "Update Isoscope, then open it again.",
  });

/** The first thing that is wrong with a line, for the details. */
export const explainLine = (line: number, { issues: [issue] }: z.ZodError): string =>
  `line ${line}${issue ? `, ${issue.path.join(".")}: ${issue.message}` : ""}`;
