import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import type { Container } from "../../../electron/contract/container.ts";
import type { Isolation } from "../../../electron/contract/engine.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { splitCommand } from "../../../electron/model/command-line.ts";
import { navigate } from "../../app/router.ts";

/** One of the demo's two containers. */
export interface DemoHalf {
  /** The container that is shown; null until one runs. */
  readonly key: string | null;
  /** The launch under way, or that failed. */
  readonly job: string | null;
  /** Why a launch did not even become a job. */
  readonly refused: IsoscopeError | null;
}

/** What a demo runs. */
export interface DemoCommand {
  readonly image: string;
  /** Empty means the image's own command. */
  readonly command: readonly string[];
}

/** A demo in progress. It outlives a reload of the page, so that its containers are still offered for removal. */
export interface DemoSession {
  /** What was chosen to be presented; null for what the settings or the host offer. */
  readonly what: DemoCommand | null;
  readonly process: DemoHalf;
  readonly hyperv: DemoHalf;
  /** Containers this demo launched itself; only these are offered for removal. */
  readonly made: readonly string[];
  /** Steps whose values were on screen. */
  readonly seen: readonly number[];
  /** The address to go back to. */
  readonly from: string | null;
}

export const NOT_RUN: DemoHalf = { key: null, job: null, refused: null };

const FRESH: DemoSession = {
  what: null,
  process: NOT_RUN,
  hyperv: NOT_RUN,
  made: [],
  seen: [],
  from: null,
};

export const useDemoSession = create<DemoSession>()(
  persist(() => FRESH, { name: "isoscope-demo", storage: createJSONStorage(() => sessionStorage) }),
);

export function setHalf(isolation: Isolation, half: Partial<DemoHalf>): void {
  useDemoSession.setState((session) => ({ [isolation]: { ...session[isolation], ...half } }));
}

/** A launch has ended with this container. */
export function addMade(isolation: Isolation, key: string): void {
  useDemoSession.setState((session) => ({
    [isolation]: { key, job: null, refused: null },
    made: session.made.includes(key) ? session.made : [...session.made, key],
  }));
}

export function markSeen(step: number): void {
  useDemoSession.setState(({ seen }) => (seen.includes(step) ? {} : { seen: [...seen, step] }));
}

/** A launch begins anew: what was seen of that half does not count any more. */
export function forgetSeen(steps: readonly number[]): void {
  useDemoSession.setState(({ seen }) => ({ seen: seen.filter((step) => !steps.includes(step)) }));
}

/** Forgets the demo; containers that were kept are then ordinary ones. */
export function endDemo(): void {
  useDemoSession.setState(FRESH);
}

const PROCESS_LOOK = 3;
const HYPERV_LOOK = 6;

/** Presents a running container, and beside it, where there is one, the same command in the other isolation. */
export function presentContainer(container: Container, other: Container | null): void {
  const halfOf = (isolation: Isolation): DemoHalf => {
    const one = [container, other].find((candidate) => candidate?.isolation === isolation);
    return { ...NOT_RUN, key: one?.key ?? null };
  };
  const split = splitCommand(container.command);
  useDemoSession.setState({
    what: { image: container.image.ref, command: "argv" in split ? split.argv : [container.command] },
    process: halfOf("process"),
    hyperv: halfOf("hyperv"),
    seen: [],
    from: window.location.hash,
  });
  navigate({ screen: "presenter", step: container.isolation === "hyperv" ? HYPERV_LOOK : PROCESS_LOOK });
}
