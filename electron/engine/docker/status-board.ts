import type { EngineId, EngineStatus } from "../../contract/engine.ts";
import type { IsoscopeError } from "../../contract/errors.ts";
import { summarise } from "../../contract/failure.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Clock } from "../engine.ts";
import { capabilitiesOf, noCapabilities } from "./capabilities.ts";
import type { DaemonFacts } from "./facts.ts";

/** `lastSeen` alone is published at most this often, ms. */
const SEEN_EVERY = 3_000;

const TITLES = { docker: "Docker", podman: "Podman" } as const;

/** Holds the engine's status and tells its listeners when it changes. */
export class StatusBoard {
  readonly #listeners = new Set<(status: EngineStatus) => void>();
  readonly #clock: Clock;
  #status: EngineStatus;
  #seenToldAt = 0;

  constructor(id: EngineId, title: string, clock: Clock) {
    this.#clock = clock;
    this.#status = {
      id,
      title,
      state: "connecting",
      since: clock.now(),
      lastSeen: null,
      error: null,
      retryAt: null,
      endpoint: "",
      version: null,
      managed: false,
      notes: [],
      capabilities: noCapabilities(`${title} is being contacted.`),
    };
  }

  get status(): EngineStatus {
    return this.#status;
  }

  onStatus(listener: (status: EngineStatus) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Where the next attempt goes. */
  located(endpoint: string, managed: boolean): void {
    if (this.#status.endpoint !== endpoint || this.#status.managed !== managed)
      this.#set({ endpoint, managed });
  }

  live(facts: DaemonFacts): void {
    const { defaultIsolation: _before, defaultIsolationFrom: _from, ...kept } = this.#status;
    this.#status = kept;
    this.#set({
      title: TITLES[facts.flavour],
      state: "live",
      lastSeen: this.#clock.now(),
      error: null,
      retryAt: null,
      version: facts.version,
      notes: notesOn(facts, this.#status.managed),
      capabilities: capabilitiesOf(facts),
      ...(facts.defaultIsolation === null ? {} : { defaultIsolation: facts.defaultIsolation }),
      ...(facts.defaultIsolationFrom === null ? {} : { defaultIsolationFrom: facts.defaultIsolationFrom }),
    });
  }

  /** The daemon answered. */
  seen(): void {
    const now = this.#clock.now();
    this.#status = { ...this.#status, lastSeen: now };
    if (now - this.#seenToldAt >= SEEN_EVERY) this.#set({});
  }

  /** It does not answer: stale when there are rows to keep, else failed. */
  lost(error: IsoscopeError, retryAt: number): void {
    const state = this.#status.lastSeen === null ? "failed" : "stale";
    this.#set({ state, error, retryAt, capabilities: noCapabilities(summarise(error)) });
  }

  /** An attempt is under way: no date for the next one. */
  trying(): void {
    if (this.#status.retryAt !== null) this.#set({ retryAt: null });
  }

  stopped(): void {
    const capabilities = noCapabilities("Isoscope has closed this engine.");
    this.#set({ state: "stopped", error: null, retryAt: null, capabilities });
  }

  #set(change: Partial<EngineStatus>): void {
    const now = this.#clock.now();
    const entered = change.state !== undefined && change.state !== this.#status.state;
    this.#status = { ...this.#status, ...change, ...(entered ? { since: now } : {}) };
    this.#seenToldAt = now;
    for (const listener of [...this.#listeners]) listener(this.#status);
  }
}

function notesOn(facts: DaemonFacts, managed: boolean): string[] {
  return [
    ...(managed ? ["Managed by Isoscope: it started this daemon and stops it when it ends"] : []),
    `API ${facts.apiVersion}`,
    ...(facts.os === "windows" ? [`Default isolation: ${facts.defaultIsolation ?? "not told"}`] : []),
    ...(facts.os === "linux" && !facts.sharesHost
      ? [
          `Its containers run on another kernel (${facts.kernelVersion}): the PIDs it names are not this host's.`,
        ]
      : []),
    ...(facts.hasDefaultNetwork ? [] : [networkNote(facts)]),
  ];
}

function networkNote({ portBridge }: DaemonFacts): string {
  const none = "It has no bridge network: containers get a loopback only";
  return portBridge === null ? none : `${none}, and one to the host when a port is published`;
}
