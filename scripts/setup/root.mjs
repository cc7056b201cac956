// @ts-check
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What the scripts remember between runs; safe to delete. */
export const MEMORY = path.join(ROOT, ".isoscope");
