import type { Dispatcher } from "../contract/dispatcher.ts";

/** The whole app without a front door. */
export interface ComposedApp {
  readonly dispatcher: Dispatcher;
  /** Ends what the app manages. Called once. */
  close(): Promise<void>;
}
