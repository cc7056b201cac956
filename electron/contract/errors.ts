import { z } from "zod";

/** The rawest thing a failing party said (an HTTP body, an HRESULT text, a log's tail). Shown behind "details". */
const detail = z.string().optional();

/**
 * Every way a call, subscription or engine can fail, as data. Errors cross each transport unchanged because
 * Electron's `ipcRenderer.invoke` would keep only a message. Screens turn a code into what happened, why, and what
 * to do; `detail` is never the headline.
 */
export const IsoscopeError = z.discriminatedUnion("code", [
  /** The input was refused at the boundary. `field` is the path of the offending value, "" for the whole input. */
  z.object({ code: z.literal("invalid"), field: z.string(), message: z.string(), detail }),
  /** No such container, image, job or call. */
  z.object({ code: z.literal("not-found"), what: z.string(), name: z.string(), detail }),
  /** A name in use, or a state that does not allow the action. */
  z.object({ code: z.literal("conflict"), message: z.string(), fix: z.string().optional(), detail }),
  /** The engine cannot do this at all; `reason` is the sentence its capabilities give. */
  z.object({
    code: z.literal("unsupported"),
    capability: z.string(),
    reason: z.string(),
    fix: z.string().optional(),
    detail,
  }),
  /** The engine does not answer. `fix` is the next step in words. */
  z.object({
    code: z.literal("unavailable"),
    engine: z.string(),
    reason: z.string(),
    fix: z.string().optional(),
    detail,
  }),
  /** Rights are missing. */
  z.object({ code: z.literal("denied"), reason: z.string(), fix: z.string().optional(), detail }),
  z.object({ code: z.literal("image-missing"), ref: z.string(), fix: z.string().optional(), detail }),
  z.object({
    code: z.literal("os-mismatch"),
    host: z.string(),
    image: z.string(),
    fix: z.string().optional(),
    detail,
  }),
  /** The container was made but its command could not be started; the container has been removed again. */
  z.object({
    code: z.literal("start-failed"),
    reason: z.string(),
    exitCode: z.number().int().nullable(),
    detail,
  }),
  /** The utility VM or its worker ended although nobody asked; `signal` names what killed the worker. */
  z.object({
    code: z.literal("worker-died"),
    worker: z.string(),
    pid: z.number().int(),
    signal: z.string().nullable(),
    exitCode: z.number().int().nullable(),
    detail,
  }),
  z.object({ code: z.literal("timeout"), op: z.string(), ms: z.number(), detail }),
  z.object({ code: z.literal("cancelled"), op: z.string() }),
  z.object({
    code: z.literal("hresult"),
    op: z.string(),
    hresult: z.number().int(),
    meaning: z.string(),
    fix: z.string().optional(),
    detail,
  }),
  /** An engine's HTTP answer that no rule maps to something better. */
  z.object({
    code: z.literal("http"),
    op: z.string(),
    status: z.number().int(),
    message: z.string(),
    detail,
  }),
  z.object({ code: z.literal("disconnected"), reason: z.string() }),
  z.object({ code: z.literal("internal"), message: z.string(), detail }),
]);
export type IsoscopeError = z.output<typeof IsoscopeError>;

export { IsoscopeFailure, summarise, toIsoscopeError } from "./failure.ts";
