import type { ServerFrame } from "../../electron/contract/frames.ts";
import type { ClientLink } from "../../electron/contract/link.ts";
import type { Unsubscribe } from "../../electron/contract/live-source.ts";

/** `lost` was connected, or never could be, and will be tried again at `retryAt`. Times are ms since the Unix epoch. */
export interface ConnectionStatus {
  readonly state: "connecting" | "connected" | "lost";
  readonly since: number;
  readonly retryAt: number | null;
}

/** A link whose state a person can see and hurry. */
export interface RendererLink extends ClientLink {
  readonly status: ConnectionStatus;
  onStatus(listener: () => void): Unsubscribe;
  /** Tries at once instead of waiting for the back-off. */
  retryNow(): void;
}

/** The server is trusted to send frames of the contract; this only keeps other JSON from crashing the reader. */
export function isServerFrame(value: unknown): value is ServerFrame {
  return typeof value === "object" && value !== null && "t" in value && typeof value.t === "string";
}
