import { parseArgs } from "node:util";
import { IsoscopeFailure } from "../../contract/failure.ts";

export interface ServeFlags {
  /** Null when not asked for. */
  readonly port: number | null;
  readonly json: boolean;
  /** A recording to begin with: a file, or `seed`. */
  readonly replay: string | undefined;
}

/** Reads `--port N`, `--replay FILE|seed` and `--json`. Throws `invalid` for anything else. */
export function readServeFlags(argv: readonly string[]): ServeFlags {
  const { values } = parse(argv);
  const { port, json, replay } = values;
  return { port: port === undefined ? null : readPort(port), json, replay };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: "string" },
        json: { type: "boolean", default: false },
        replay: { type: "string" },
      },
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
