import { decode } from "../clone/decode.ts";
import { type AnyFunction, encode } from "../clone/encode.ts";

type Message =
  | { readonly kind: "expose"; readonly key: string; readonly api: string }
  | { readonly kind: "call"; readonly call: number; readonly id: number; readonly args: string }
  | { readonly kind: "return" | "throw"; readonly call: number; readonly value: string };

export interface PeerOptions {
  /** Hands text to the other world, whose peer has received it when this returns. */
  readonly post: (text: string) => void;
  readonly onExpose: (key: string, api: unknown) => void;
}

/**
 * One end of the context bridge. No object is ever in both worlds: values cross as text, functions as numbers. A call
 * returns what the other world's function returned, at once, as Electron's bridge does.
 */
export class BridgePeer {
  readonly #options: PeerOptions;
  readonly #kept = new Map<number, AnyFunction>();
  readonly #numbers = new Map<AnyFunction, number>();
  readonly #answers = new Map<number, Message & { readonly kind: "return" | "throw" }>();
  #calls = 0;

  constructor(options: PeerOptions) {
    this.#options = options;
  }

  /** Puts an API into the other world under a name. */
  expose(key: string, api: unknown): void {
    this.#post({ kind: "expose", key, api: this.#encode(api) });
  }

  /** Takes what the other world has posted. */
  receive(text: string): void {
    const message: Message = JSON.parse(text);
    if (message.kind === "expose") this.#options.onExpose(message.key, this.#decode(message.api));
    else if (message.kind === "call") this.#post(this.#answer(message));
    else this.#answers.set(message.call, message);
  }

  #answer({ call, id, args }: Message & { readonly kind: "call" }): Message {
    try {
      const list = this.#decode(args);
      const value = this.#kept.get(id)?.(...(Array.isArray(list) ? list : []));
      return { kind: "return", call, value: this.#encode(value) };
    } catch (thrown) {
      return { kind: "throw", call, value: this.#encode(toError(thrown)) };
    }
  }

  #call(id: number, args: readonly unknown[]): unknown {
    this.#calls += 1;
    const call = this.#calls;
    this.#post({ kind: "call", call, id, args: this.#encode(args) });
    const answer = this.#answers.get(call);
    this.#answers.delete(call);
    if (!answer) throw new Error("the other world is gone");
    if (answer.kind === "throw") throw this.#decode(answer.value);
    return this.#decode(answer.value);
  }

  #post(message: Message): void {
    this.#options.post(JSON.stringify(message));
  }

  #encode(value: unknown): string {
    return encode(value, (kept) => this.#keep(kept));
  }

  #decode(text: string): unknown {
    return decode(
      text,
      (id) =>
        (...args) =>
          this.#call(id, args),
    );
  }

  #keep(kept: AnyFunction): number {
    const known = this.#numbers.get(kept);
    if (known !== undefined) return known;
    const id = this.#numbers.size;
    this.#numbers.set(kept, id);
    this.#kept.set(id, kept);
    return id;
  }
}

const toError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
