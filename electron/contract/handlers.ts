import type {
  CallDefinition,
  Contract,
  Down,
  Item,
  LiveDefinition,
  Received,
  Reply,
  StreamDefinition,
  Up,
} from "./define.ts";
import type { LiveSource } from "./live-source.ts";

export interface CallContext {
  /** Aborted when the client cancels or its connection goes. */
  readonly signal: AbortSignal;
}

/** One open stream. Ending the iteration of `output` releases what the session holds. */
export interface StreamSession<D, U> {
  readonly output: AsyncIterable<D>;
  send(message: U): void | Promise<void>;
}

type Handler<C extends Contract, K extends keyof C> = C[K] extends CallDefinition
  ? (input: Received<C, K>, context: CallContext) => Promise<Reply<C, K>>
  : C[K] extends LiveDefinition
    ? (input: Received<C, K>) => LiveSource<Item<C, K>>
    : C[K] extends StreamDefinition
      ? (input: Received<C, K>, context: CallContext) => Promise<StreamSession<Down<C, K>, Up<C, K>>>
      : never;

/** Total over the contract: a forgotten handler does not compile. */
export type Handlers<C extends Contract> = { readonly [K in keyof C & string]: Handler<C, K> };
