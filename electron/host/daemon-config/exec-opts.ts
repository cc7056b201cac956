import type { Node } from "jsonc-parser";
import type { Isolation } from "../../contract/engine.ts";
import { type DaemonText, type Refusal, readDaemonText } from "./daemon-text.ts";

export const EXEC_OPTS = "exec-opts";

/** What a daemon.json says of the default isolation. */
export interface ExecOpts extends DaemonText {
  /** The property with its key; null when the file has none. */
  readonly property: Node | null;
  readonly list: Node | null;
  /** Its strings `isolation=…`, in order. The last one holds. */
  readonly entries: readonly Node[];
  /** Null where the file leaves it to the edition's rule. */
  readonly isolation: Isolation | null;
}

/** Reads it, or says why the file is not one that can be edited safely. */
export function readExecOpts(text: string): ExecOpts | Refusal {
  const read = readDaemonText(text);
  if ("refused" in read) return read;
  const properties = (read.root?.children ?? []).filter(({ children }) => children?.[0]?.value === EXEC_OPTS);
  if (properties.length > 1) return { refused: `It has "${EXEC_OPTS}" more than once.` };
  const property = properties[0] ?? null;
  const list = property?.children?.[1] ?? null;
  if (list === null) return { ...read, property: null, list: null, entries: [], isolation: null };
  const items = list.children ?? [];
  if (list.type !== "array" || items.some(({ type }) => type !== "string"))
    return { refused: `Its "${EXEC_OPTS}" is not a list of strings.` };
  const entries = items.filter(({ value }) => isolationOf(value) !== null);
  const last = entries.at(-1);
  const word = last === undefined ? "" : (isolationOf(last.value) ?? "");
  if (last !== undefined && !["process", "hyperv", "default"].includes(word))
    return {
      refused: `Its "${EXEC_OPTS}" names an isolation that dockerd does not know: ${String(last.value)}.`,
    };
  const isolation = word === "process" || word === "hyperv" ? word : null;
  return { ...read, property, list, entries, isolation };
}

/** As moby takes it apart: at the first `=`, without spaces, in any case. Null for another option. */
function isolationOf(option: unknown): string | null {
  const [, word] = /^\s*isolation\s*=(.*)$/is.exec(String(option)) ?? [];
  return word === undefined ? null : word.trim().toLowerCase();
}
