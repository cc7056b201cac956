import { z } from "zod";
import { EngineId } from "./engine.ts";
import { JobId } from "./launch.ts";

/** `engine/id`: names one image over all engines. */
export const ImageKey = z
  .string()
  .min(3)
  .max(400)
  .regex(/^[a-z][a-z0-9-]*\/[A-Za-z0-9:._-]+$/);

/** Bytes of a file in one message at most; as base64 a frame of it stays far below what a connection takes. */
export const MOST_PART_BYTES = 256 * 1024;

/** A file that shall be imported, as the one who has it knows it. */
export const UploadFile = z
  .object({
    /** The engine that shall have it; by default the first that keeps images. */
    engine: EngineId.optional(),
    name: z.string().min(1).max(400),
    /** Bytes; null when not known before its end. */
    size: z.number().int().min(0).nullable(),
  })
  .strict();

/** What the server says while it takes a file in. It ends once the images are there, or with why they are not. */
export const UploadAsk = z.discriminatedUnion("kind", [
  /** The job that tells the progress. */
  z.object({ kind: z.literal("job"), job: JobId }),
  /** Exactly one `bytes` or `end` is expected. */
  z.object({ kind: z.literal("want") }),
  /** The file is a root filesystem, which names no image: exactly one `reference` is expected. */
  z.object({
    kind: z.literal("want-reference"),
    suggested: z.string(),
    /** What is wrong with the one that was given; null the first time. */
    problem: z.string().nullable(),
  }),
  /** References of the images that are there now; of one without any, its id. */
  z.object({ kind: z.literal("done"), names: z.array(z.string()) }),
]);
export type UploadAsk = z.output<typeof UploadAsk>;

/** The answers of the one who has the file. */
export const UploadPart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bytes"), base64: z.string().max(Math.ceil(MOST_PART_BYTES / 3) * 4) }),
  z.object({ kind: z.literal("end") }),
  z.object({ kind: z.literal("reference"), ref: z.string().max(400) }),
]);
export type UploadPart = z.output<typeof UploadPart>;

/** An image on its way out, as an archive that can be imported again. */
export const ExportChunk = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("job"), job: JobId }),
  z.object({ kind: z.literal("bytes"), base64: z.string() }),
]);
export type ExportChunk = z.output<typeof ExportChunk>;
