import type { ContainerState } from "../../contract/container.ts";
import type { Action, Capability, Isolation } from "../../contract/engine.ts";
import { windowsCapability } from "../../model/isolation-limits.ts";

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

const RUNNING = "It is running already.";
const NOT_RUNNING = "It is not running.";
const BUSY = "It is changing its state just now.";

/** What can be done with a container in a state; each `no` says why. */
export function actionsFor(
  state: ContainerState,
  os: "linux" | "windows",
  isolation: Isolation | null,
): Readonly<Record<Action, Capability>> {
  const settled = { start: no(RUNNING), restart: YES, remove: YES, unpause: no("It is not paused.") };
  switch (state) {
    case "running":
      return { ...settled, stop: YES, kill: YES, pause: pauseOn(os, isolation) };
    case "paused":
      return { ...settled, stop: YES, kill: YES, pause: no("It is paused already."), unpause: YES };
    case "created":
    case "exited":
    case "failed":
    case "unknown":
      return { ...settled, start: YES, stop: no(NOT_RUNNING), kill: no(NOT_RUNNING), pause: no(NOT_RUNNING) };
    case "starting":
    case "stopping":
      return {
        start: no(BUSY),
        stop: no(BUSY),
        kill: YES,
        restart: no(BUSY),
        pause: no(BUSY),
        unpause: no(BUSY),
        remove: YES,
      };
    case "removing": {
      const going = no("It is being removed.");
      return {
        start: going,
        stop: going,
        kill: going,
        restart: going,
        pause: going,
        unpause: going,
        remove: going,
      };
    }
  }
}

const pauseOn = (os: "linux" | "windows", isolation: Isolation | null): Capability =>
  os === "windows" ? windowsCapability("pause", isolation) : YES;
