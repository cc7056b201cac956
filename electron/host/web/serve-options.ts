import { parseArgs } from "node:util";
import { IsoscopeFailure } from "../../contract/failure.ts";

export interface ServeFlags {
  /** Null when not asked for. */
  readonly port: number | null;
  readonly json: boolean;
}

/** Reads `--port N` and `--json`. Throws `invalid` for anything else. */
export function readServeFlags(argv: readonly string[]): ServeFlags {
  const { values } = parse(argv);
  return { port: values.port === undefined ? null : readPort(values.port), json: values.json };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { port: { type: "string" }, json: { type: "boolean", default: false } },
    });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new IsoscopeFailure({ code: "invalid", field: "", message });
  }
}

/** Throws `invalid` for anything but a port. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new IsoscopeFailure({ code: "invalid", field: "--port", message: "a number from 0 to 65535" });
}
