import type { IsoscopeError } from "../../contract/errors.ts";
import { summarise } from "../../contract/failure.ts";
import { visible } from "./visible.ts";

/** An error on standard error: what happened and why, what to do, and with `verbose` the rawest that is known. */
export function explain(error: IsoscopeError, { verbose }: { readonly verbose: boolean }): string[] {
  const hint = fixOf(error);
  const detail = "detail" in error ? (error.detail ?? "") : "";
  return [
    `isoscope: ${visible(summarise(error))}`,
    ...(hint === "" ? [] : [`  Fix: ${visible(hint)}`]),
    ...(verbose ? [`  Code: ${error.code}`, ...detailLines(detail)] : []),
    ...(!verbose && detail !== "" ? ["  More with --verbose."] : []),
  ];
}

const detailLines = (detail: string): string[] =>
  detail === "" ? [] : detail.split(/\r?\n/).map((line) => `  | ${visible(line)}`);

function fixOf(error: IsoscopeError): string {
  if ("fix" in error && error.fix) return error.fix;
  switch (error.code) {
    case "not-found":
      return LISTS.get(error.what) ?? "";
    case "image-missing":
      return '"isoscope images" lists those that are there; "isoscope images import FILE" brings one in.';
    case "disconnected":
      return "Isoscope has ended or was restarted: try again.";
    default:
      return "";
  }
}

const LISTS: ReadonlyMap<string, string> = new Map([
  ["container", '"isoscope ps -a" lists them.'],
  ["image", '"isoscope images" lists them.'],
  ["engine", '"isoscope host" lists them.'],
]);
