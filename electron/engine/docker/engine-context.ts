import type { Clock } from "../engine.ts";
import type { ContainerList } from "./container-list.ts";
import type { Session } from "./negotiate.ts";

/** What the operations of the engine work with: the connection of this moment, the list, time. */
export interface DockerContext {
  readonly session: Session;
  readonly containers: ContainerList;
  readonly clock: Clock;
}
