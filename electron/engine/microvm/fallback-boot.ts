import { IsoscopeFailure } from "../../contract/errors.ts";
import type { Boot, BootRequest } from "./boot.ts";
import type { Vm } from "./vm.ts";

/**
 * Boots with KVM as long as that works. A KVM that passed the probe may still hang in a real kernel: then it is given
 * up for good, said so through `onRejected`, and TCG is used.
 */
export class FallbackBoot implements Boot {
  readonly #first: Boot;
  readonly #second: Boot;
  readonly #onRejected: (why: string) => void;
  #rejected = false;

  constructor(first: Boot, second: Boot, onRejected: (why: string) => void) {
    this.#first = first;
    this.#second = second;
    this.#onRejected = onRejected;
  }

  async start(request: BootRequest, signal: AbortSignal): Promise<Vm> {
    if (this.#rejected) return this.#second.start(request, signal);
    try {
      return await this.#first.start(request, signal);
    } catch (error) {
      if (!(error instanceof IsoscopeFailure) || error.error.code !== "timeout") throw error;
      this.#rejected = true;
      this.#onRejected(`a real boot did not finish within ${error.error.ms} ms`);
      return this.#second.start(request, signal);
    }
  }
}
