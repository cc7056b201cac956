import type { Isolation } from "../contract/engine.ts";
import { type Hole, type Holes, isCounted, type Risk } from "./holes.ts";

/** One step that closes or narrows the worst hole. `index` is its place among the holes. */
export interface PostureRemedy {
  readonly kind: "remove" | "make-read-only" | "listen-on-loopback";
  readonly index: number;
}

/** What the boundary comes to: whose kernel, and the worst that leads through. */
export interface Posture {
  /** Null where the isolation is not known. */
  readonly isolation: Isolation | null;
  /** How many holes lead through; null where that is not known. */
  readonly open: number | null;
  /** The first of the worst; null when there is none, or none is known. */
  readonly worst: Hole | null;
  /** Whether the worst makes the kernel beside the point: who commands the engine needs no other way out. */
  readonly undone: boolean;
  /** Null when nothing is worth closing, or when it cannot be. */
  readonly remedy: PostureRemedy | null;
}

const ORDER: Readonly<Record<Risk, number>> = { low: 0, medium: 1, high: 2 };

/** An engine's pipe is worse than any other hole of high risk. */
const weight = (hole: Hole): number => ORDER[hole.risk] + (hole.effect === "controls-engine" ? 1 : 0);

export function postureOf(isolation: Isolation | null, holes: Holes): Posture {
  if (holes === null) return { isolation, open: null, worst: null, undone: false, remedy: null };
  const counted = holes.filter(isCounted);
  const worst = counted.reduce<Hole | null>(
    (most, hole) => (most === null || weight(hole) > weight(most) ? hole : most),
    null,
  );
  return {
    isolation,
    open: counted.length,
    worst,
    undone: worst?.effect === "controls-engine",
    remedy: worst && remedyFor(worst, holes.indexOf(worst)),
  };
}

function remedyFor(hole: Hole, index: number): PostureRemedy | null {
  if (hole.risk === "low") return null;
  switch (hole.effect) {
    case "changes-host-files":
      return { kind: "make-read-only", index };
    case "reachable-from-lan":
      return { kind: "listen-on-loopback", index };
    default:
      return { kind: "remove", index };
  }
}
