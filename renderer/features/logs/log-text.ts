import { logStrings } from "../../strings/logs.ts";
import { visibleText } from "./ansi.ts";
import type { LogLine } from "./log-line.ts";
import type { LogStore } from "./log-store.ts";

/** Lines per piece: a million lines are not joined at once. */
const PIECE = 1000;

/** The whole log as a reader sees it, in pieces. @param times puts the time before each line, in ISO 8601, UTC. */
export function* logText(store: LogStore, times: boolean): Generator<string, void, undefined> {
  let piece: string[] = [];
  for (const line of store.lines()) {
    piece.push(lineText(line, times));
    if (piece.length < PIECE) continue;
    yield piece.join("");
    piece = [];
  }
  if (piece.length > 0) yield piece.join("");
}

function lineText({ kind, text, at }: LogLine, times: boolean): string {
  const shown = kind === "dropped" ? `[${logStrings.missing(Number(text))}]` : visibleText(text);
  return times && at !== null ? `${new Date(at).toISOString()} ${shown}\n` : `${shown}\n`;
}
