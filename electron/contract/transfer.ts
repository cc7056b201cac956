import { z } from "zod";

/** How far something measured in bytes is; the total is null while nobody has told it. `current` never exceeds it. */
export const Amount = z.object({ current: z.number(), total: z.number().nullable() });
export type Amount = z.output<typeof Amount>;

/** In the order a layer goes through them. `exists` ends at once: the engine has the layer already. */
export const LayerState = z.enum(["waiting", "downloading", "downloaded", "extracting", "done", "exists"]);
export type LayerState = z.output<typeof LayerState>;

/** How images come in: getting the bytes and unpacking them apart, since either can be the slow one. */
export const Transfer = z.object({
  /** Bytes that have arrived at the engine: from a registry, or from a file. */
  download: Amount,
  /** Bytes of layers that are unpacked. */
  extract: Amount,
  /** In the order the engine named them; the amounts are those of the state the layer is in. */
  layers: z.array(z.object({ id: z.string(), state: LayerState, ...Amount.shape })),
});
export type Transfer = z.output<typeof Transfer>;
