import { z } from "zod";
import { Capability, Isolation } from "./engine.ts";

/** Names one state of the file: the SHA-256 of its bytes, in hex. Null is no file. */
const FileVersion = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

/** What dockerd's configuration file says of the default isolation, and whether that can be changed. */
export const DaemonConfig = z.object({
  path: z.string(),
  /** How it is known that this is the file, in words. */
  foundBy: z.string(),
  exists: z.boolean(),
  version: FileVersion,
  /** Null where nothing but the edition's rule says it, and where the file cannot be read. */
  isolation: Isolation.nullable(),
  /** What decides: a flag of the running daemon, the file, or the edition's rule. Null when that is not known. */
  origin: z.enum(["flag", "file", "rule"]).nullable(),
  /** The same in words. */
  says: z.string(),
  /** What the edition does by itself; null where that is not known. */
  rule: Isolation.nullable(),
  /** Whether the file can be changed from here; rights show only when it is tried. */
  change: Capability,
  problems: z.array(z.string()),
  /** How a change comes into force. */
  restart: z.object({ why: z.string(), command: z.string() }),
});
export type DaemonConfig = z.output<typeof DaemonConfig>;

/** A wanted default: null leaves it to the edition's rule. `version` is that of the file the wish is about. */
export const DaemonWish = z.object({ isolation: Isolation.nullable(), version: FileVersion }).strict();
export type DaemonWish = z.output<typeof DaemonWish>;

/** What a wish would do to the file. */
export const DaemonPreview = z.object({
  /** From 1; null where nothing changes. */
  line: z.number().int().nullable(),
  removed: z.array(z.string()),
  added: z.array(z.string()),
  /** Where the file as it is would be kept; null where there is none yet. */
  backup: z.string().nullable(),
});
export type DaemonPreview = z.output<typeof DaemonPreview>;
