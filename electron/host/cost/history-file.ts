import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { Comparison } from "../../contract/compare.ts";
import { CostRecord } from "../../contract/cost.ts";

/** A comparison with what the history shows of it. */
export const KeptComparison = z.object({ record: CostRecord, comparison: Comparison });
export type KeptComparison = z.output<typeof KeptComparison>;

const SCHEMA = "isoscope-cost-history";
const VERSION = 1;

const Head = z.looseObject({ schema: z.literal(SCHEMA), version: z.number().int().positive() });
const HistoryFile = Head.extend({ version: z.literal(VERSION), kept: z.array(KeptComparison) });

/** `newer`: written by a later version, which this one must not overwrite. */
export type HistoryReading =
  | { readonly state: "read"; readonly kept: readonly KeptComparison[] }
  | { readonly state: "damaged" | "newer"; readonly why: string };

/** What the file holds; one that is not there holds nothing. Throws what the file system says of one that cannot be read. */
export function readHistory(path: string): HistoryReading {
  const text = textOf(path);
  return text === null ? { state: "read", kept: [] } : parseHistory(text);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Takes any text. */
export function parseHistory(text: string): HistoryReading {
  const json = parsed(text);
  const head = Head.safeParse(json);
  if (!head.success) return { state: "damaged", why: "it is no history of comparisons" };
  if (head.data.version > VERSION) {
    return {
      state: "newer",
      why: `it was written in version ${head.data.version}, and this app knows ${VERSION}`,
    };
  }
  const whole = HistoryFile.safeParse(json);
  if (whole.success) return { state: "read", kept: whole.data.kept };
  const [issue] = whole.error.issues;
  return { state: "damaged", why: `${issue?.path.join(".")}: ${issue?.message}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Replaces the file; whole at every moment, and for this user only. */
export function writeHistory(path: string, kept: readonly KeptComparison[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify({ schema: SCHEMA, version: VERSION, kept })}\n`, { mode: 0o600 });
  renameSync(fresh, path);
}

/** Renames it to what says when, so that nothing of it is lost. Returns the new path. */
export function setAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, "-");
  const aside = path.replace(/\.json$/, `.damaged-${stamp}.json`);
  renameSync(path, aside);
  return aside;
}
