import type { EngineId, EngineStatus } from "../../contract/engine.ts";
import { type IsoscopeError, summarise } from "../../contract/errors.ts";
import type { Clock } from "../engine.ts";
import { StatusHolder } from "../status-holder.ts";
import { hcsCapabilities, launchCapability, noCapabilities } from "./capabilities.ts";
import type { HostFacts } from "./config.ts";

/** `lastSeen` alone is published at most this often, ms. */
const SEEN_EVERY = 3_000;

/** What contact with the service brought. */
export interface ServiceFacts {
  /** Newest schema it takes, e.g. "2.6". */
  readonly schema: string | null;
  readonly missing: readonly string[];
  readonly hasLayers: boolean;
}

/** The engine's status, in the steps that its connection goes through. */
export class StatusBoard {
  readonly holder: StatusHolder;
  readonly #clock: Clock;
  readonly #host: HostFacts;

  constructor(id: EngineId, title: string, host: HostFacts, clock: Clock) {
    this.#clock = clock;
    this.#host = host;
    this.holder = new StatusHolder({
      ...{ id, title, state: "connecting", since: clock.now(), lastSeen: null, error: null, retryAt: null },
      ...{ endpoint: "computecore.dll", version: null, managed: false, notes: [buildNote(host)] },
      capabilities: noCapabilities(`${title} is being contacted.`),
      defaultIsolation: host.product === "client" ? "hyperv" : "process",
      defaultIsolationFrom: `Windows ${host.product} edition: Microsoft's rule for editions (this build's product type)`,
    });
  }

  get status(): EngineStatus {
    return this.holder.current;
  }

  live({ schema, missing, hasLayers }: ServiceFacts): void {
    const lacks = missing.length === 0 ? [] : [`This Windows lacks ${missing.join(", ")}`];
    this.#set({
      ...{ state: "live", lastSeen: this.#clock.now(), error: null, retryAt: null },
      version: schema === null ? null : `schema ${schema}`,
      notes: [buildNote(this.#host), ...lacks],
      capabilities: hcsCapabilities(launchCapability(hasLayers)),
    });
  }

  /** The service answered. */
  seen(): void {
    const now = this.#clock.now();
    if (now - (this.status.lastSeen ?? 0) >= SEEN_EVERY) this.#set({ lastSeen: now });
  }

  /** It does not answer: stale when there are rows to keep, else failed. `retryAt` null waits for people. */
  lost(error: IsoscopeError, retryAt: number | null): void {
    const state = this.status.lastSeen === null ? "failed" : "stale";
    this.#set({ state, error, retryAt, capabilities: noCapabilities(summarise(error)) });
  }

  /** An attempt is under way: no date for the next one. */
  trying(): void {
    if (this.status.retryAt !== null) this.#set({ retryAt: null });
  }

  stopped(): void {
    const capabilities = noCapabilities("Isoscope has closed this engine.");
    this.#set({ state: "stopped", error: null, retryAt: null, capabilities });
  }

  #set(change: Partial<EngineStatus>): void {
    const entered = change.state !== undefined && change.state !== this.status.state;
    this.holder.update({ ...change, ...(entered ? { since: this.#clock.now() } : {}) });
  }
}

const buildNote = ({ build, product }: HostFacts): string => `Windows build ${build}, ${product}`;
