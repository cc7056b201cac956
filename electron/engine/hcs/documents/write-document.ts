import type { z } from "zod";
import { fail } from "../../failures.ts";

/**
 * The JSON text of a document that is to be sent. HCS refuses a whole document for one unknown field, so a mirror is
 * strict; what it refuses is a mistake of ours, and HCS never sees it.
 */
export function writeDocument<T>(mirror: z.ZodType<T>, document: T): string {
  const checked = mirror.safeParse(document);
  if (checked.success) return JSON.stringify(checked.data);
  const message = "Isoscope made a document for the Host Compute Service that is not valid.";
  throw fail({ code: "internal", message, detail: checked.error.message });
}
