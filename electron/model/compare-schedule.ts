import type { Isolation } from "../contract/engine.ts";

export interface ScheduledRun {
  readonly isolation: Isolation;
  /** 0 is the warm-up. */
  readonly number: number;
}

/**
 * The order of the runs: a warm-up of each isolation, then pairs that begin in turn with one and with the other, so that
 * neither always finds the host as the other left it.
 */
export function compareSchedule(runs: number): readonly ScheduledRun[] {
  return Array.from({ length: runs + 1 }, (_, number) => pair(number)).flat();
}

function pair(number: number): readonly ScheduledRun[] {
  const processFirst = number === 0 || number % 2 === 1;
  const order: readonly Isolation[] = processFirst ? ["process", "hyperv"] : ["hyperv", "process"];
  return order.map((isolation) => ({ isolation, number }));
}
