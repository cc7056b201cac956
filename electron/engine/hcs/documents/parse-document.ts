import { z } from "zod";
import { fail } from "../../failures.ts";
import { readJson } from "../read-json.ts";

/** Characters of an unreadable answer that are shown. */
const SHOWN = 400;

/** Reads an answer of HCS. Unknown fields pass; an answer that is none of what was asked for is an `internal` error. */
export function parseDocument<T>(op: string, text: string | null, mirror: z.ZodType<T>): T {
  const parsed = mirror.safeParse(text === null ? null : readOrFail(op, text));
  if (parsed.success) return parsed.data;
  throw unreadable(op, `${parsed.error.message}\n${(text ?? "no document").slice(0, SHOWN)}`);
}

/** Reads a document that only adds to what is known already; null when there is none or it cannot be read. */
export function glanceAt<T>(text: string | null, mirror: z.ZodType<T>): T | null {
  try {
    return text === null ? null : (mirror.safeParse(readJson(text)).data ?? null);
  } catch {
    return null;
  }
}

function readOrFail(op: string, text: string): unknown {
  try {
    return readJson(text);
  } catch {
    throw unreadable(op, text.slice(0, SHOWN));
  }
}

const unreadable = (op: string, detail: string) =>
  fail({ code: "internal", message: `The answer of ${op} could not be read.`, detail });

/** A field that HCS may leave out, and that is treated as left out when it is of another type than documented. */
export const lenient = <T>(mirror: z.ZodType<T>) => mirror.optional().catch(undefined);

/** A list of which elements that cannot be read are left out. */
export const readable = <T>(mirror: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .transform((items) => items.flatMap((item) => mirror.safeParse(item)).flatMap(({ data }) => data ?? []));
