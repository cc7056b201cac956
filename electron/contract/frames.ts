import { z } from "zod";
import { IsoscopeError } from "./errors.ts";

/** Chosen by the client, unique among what it has open on this connection. */
const Id = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const Name = z.string().max(64);

/** Frames from a client. `call` and `open` get an answer under their id; ids are the client's to choose. */
export const ClientFrame = z.discriminatedUnion("t", [
  z.object({ t: z.literal("call"), id: Id, name: Name, input: z.unknown().optional() }),
  z.object({ t: z.literal("cancel"), id: Id }),
  z.object({ t: z.literal("open"), id: Id, name: Name, input: z.unknown().optional() }),
  z.object({ t: z.literal("close"), id: Id }),
  /** The reader of a stream has consumed `n` more chunks. */
  z.object({ t: z.literal("credit"), id: Id, n: z.number().int().min(1).max(10_000) }),
  z.object({ t: z.literal("up"), id: Id, message: z.unknown() }),
]);
export type ClientFrame = z.output<typeof ClientFrame>;

const Entry = z.tuple([z.string(), z.unknown()]);

/** Frames from the server. `change.from` is the revision it applies to: any other is a gap, and the client resyncs. */
export const ServerFrame = z.discriminatedUnion("t", [
  z.object({ t: z.literal("value"), id: Id, value: z.unknown() }),
  z.object({ t: z.literal("error"), id: Id, error: IsoscopeError }),
  z.object({ t: z.literal("snapshot"), id: Id, rev: z.number(), entries: z.array(Entry) }),
  z.object({
    t: z.literal("change"),
    id: Id,
    from: z.number(),
    rev: z.number(),
    upsert: z.array(Entry),
    remove: z.array(z.string()),
  }),
  z.object({ t: z.literal("down"), id: Id, seq: z.number(), chunk: z.unknown() }),
  z.object({ t: z.literal("end"), id: Id, error: IsoscopeError.nullable() }),
  /** The last frame received was not one; there was no id to answer under. */
  z.object({ t: z.literal("malformed"), error: IsoscopeError }),
]);
export type ServerFrame = z.output<typeof ServerFrame>;

export { INITIAL_CREDIT } from "./credit.ts";
