import type { Client } from "../../../contract/client.ts";
import type { IsoscopeContract } from "../../../contract/contract.ts";

/** The Isoscope that a verb speaks to. */
export interface HostSession {
  readonly client: Client<IsoscopeContract>;
  /** True when it was put together for this command alone: what it manages ends with the command. */
  readonly own: boolean;
}

/** A session with what ends it. */
export interface OpenSession extends HostSession {
  close(): Promise<void>;
}
