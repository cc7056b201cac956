import type { ComparePhase } from "../contract/compare.ts";

/** The phases with one more begun at `ms`; the one before it ends there. Progress within a phase changes nothing. */
export function withPhase(phases: readonly ComparePhase[], name: string, ms: number): ComparePhase[] {
  const open = phases.at(-1);
  if (open?.toMs === null && open.name === name) return [...phases];
  return [...closePhases(phases, ms), { name, fromMs: ms, toMs: null }];
}

/** The phases with the last one ended at `ms`, if it goes on. */
export function closePhases(phases: readonly ComparePhase[], ms: number): ComparePhase[] {
  return phases.map((phase) =>
    phase.toMs === null ? { ...phase, toMs: Math.max(phase.fromMs, ms) } : phase,
  );
}
