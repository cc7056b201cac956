import type { z } from "zod";

/** Request and one reply. */
export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: "call";
  readonly input: I;
  readonly output: O;
}

/** A keyed collection kept current: one snapshot, then numbered changes. */
export interface LiveDefinition<I extends z.ZodType = z.ZodType, T extends z.ZodType = z.ZodType> {
  readonly kind: "live";
  readonly input: I;
  readonly item: T;
}

/** A flow of chunks down and, for consoles, messages up. */
export interface StreamDefinition<
  I extends z.ZodType = z.ZodType,
  D extends z.ZodType = z.ZodType,
  U extends z.ZodType = z.ZodType,
> {
  readonly kind: "stream";
  readonly input: I;
  readonly down: D;
  readonly up: U;
}

export type Definition = CallDefinition | LiveDefinition | StreamDefinition;
export type Contract = Readonly<Record<string, Definition>>;

export const call = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): CallDefinition<I, O> => ({
  kind: "call",
  input,
  output,
});

export const live = <I extends z.ZodType, T extends z.ZodType>(input: I, item: T): LiveDefinition<I, T> => ({
  kind: "live",
  input,
  item,
});

export const stream = <I extends z.ZodType, D extends z.ZodType, U extends z.ZodType>(
  input: I,
  down: D,
  up: U,
): StreamDefinition<I, D, U> => ({ kind: "stream", input, down, up });

type NamesOf<C extends Contract, Kind extends Definition["kind"]> = {
  [K in keyof C & string]: C[K]["kind"] extends Kind ? K : never;
}[keyof C & string];

export type CallName<C extends Contract> = NamesOf<C, "call">;
export type LiveName<C extends Contract> = NamesOf<C, "live">;
export type StreamName<C extends Contract> = NamesOf<C, "stream">;

/** What a client may send: defaults not yet applied. */
export type Sent<C extends Contract, K extends keyof C> = z.input<C[K]["input"]>;
/** What a handler receives: parsed, defaults applied. */
export type Received<C extends Contract, K extends keyof C> = z.output<C[K]["input"]>;
export type Reply<C extends Contract, K extends keyof C> =
  C[K] extends CallDefinition<z.ZodType, infer O> ? z.output<O> : never;
export type Item<C extends Contract, K extends keyof C> =
  C[K] extends LiveDefinition<z.ZodType, infer T> ? z.output<T> : never;
export type Down<C extends Contract, K extends keyof C> =
  C[K] extends StreamDefinition<z.ZodType, infer D, z.ZodType> ? z.output<D> : never;
export type Up<C extends Contract, K extends keyof C> =
  C[K] extends StreamDefinition<z.ZodType, z.ZodType, infer U> ? z.output<U> : never;
