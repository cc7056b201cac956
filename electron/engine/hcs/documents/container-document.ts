import { z } from "zod";
import { Guid } from "./layer.ts";
import { Mapped } from "./mapped.ts";

const Layer = z.strictObject({ Id: Guid, Path: z.string().min(1) });

/**
 * Creates a container under process isolation (schema 2.1, which every Windows with computecore.dll takes). Layers are
 * read-only parents, nearest first; `Storage.Path` is the mounted scratch volume with its trailing backslash.
 */
export const ContainerDocument = z.strictObject({
  Owner: z.string(),
  SchemaVersion: z.strictObject({ Major: z.literal(2), Minor: z.literal(1) }),
  ShouldTerminateOnLastHandleClosed: z.boolean(),
  Container: z.strictObject({
    GuestOs: z.strictObject({ HostName: z.string().min(1).max(63) }),
    Storage: z.strictObject({ Layers: z.array(Layer).min(1).readonly(), Path: z.string().endsWith("\\") }),
    ...Mapped,
    Memory: z.strictObject({ SizeInMB: z.number().int().positive() }).optional(),
    /** In 0.01 % of all CPUs. */
    Processor: z.strictObject({ Maximum: z.number().int().min(1).max(10_000) }).optional(),
  }),
});
export type ContainerDocument = z.output<typeof ContainerDocument>;
