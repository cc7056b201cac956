import type { ContainerState } from "../../contract/container.ts";
import type { Properties } from "./documents/properties.ts";

const STATES: Readonly<Record<string, ContainerState>> = {
  created: "created",
  running: "running",
  paused: "paused",
  stopped: "exited",
};

/** Templates, and what later Windows may add, are `unknown`. */
export const stateOf = ({ State, Stopped }: Pick<Properties, "State" | "Stopped">): ContainerState =>
  Stopped === true ? "exited" : (STATES[State?.toLowerCase() ?? ""] ?? "unknown");
