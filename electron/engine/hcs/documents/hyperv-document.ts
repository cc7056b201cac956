import { z } from "zod";
import { Guid } from "./layer.ts";
import { Mapped } from "./mapped.ts";

const Layer = z.strictObject({ ID: Guid, Path: z.string().min(1) });

/**
 * Creates a container under Hyper-V isolation, schema 1, as dockerd still sends it (it goes through vmcompute.dll; that
 * computecore.dll takes it is not documented). Here the scratch layer is a folder and not mounted on the host.
 */
export const HyperVDocument = z.strictObject({
  SystemType: z.literal("Container"),
  /** The same as the system's id. */
  Name: z.string().min(1),
  Owner: z.string(),
  HvPartition: z.literal(true),
  HvRuntime: z.strictObject({ ImagePath: z.string().min(1) }),
  LayerFolderPath: z.string().min(1),
  Layers: z.array(Layer).min(1).readonly(),
  IgnoreFlushesDuringBoot: z.boolean(),
  HostName: z.string().min(1).max(63),
  /** Of the VM. */
  MemoryMaximumInMB: z.number().int().positive(),
  ProcessorCount: z.number().int().positive(),
  ...Mapped,
  TerminateOnLastHandleClosed: z.boolean(),
});
export type HyperVDocument = z.output<typeof HyperVDocument>;
