import type { AddedProcess, MemoryCost } from "../contract/compare.ts";

/** The sums over all processes. One that could not be read makes a sum unknown, never smaller. */
export function memoryCost(
  counter: MemoryCost["counter"],
  processes: readonly AddedProcess[],
  whyNone: string,
): MemoryCost {
  const none = processes.length === 0;
  const unread = processes.filter(({ why }) => why !== null);
  return {
    counter,
    privateBytes: none ? null : sum(processes.map(({ privateBytes }) => privateBytes)),
    proportionalBytes: none ? null : sum(processes.map(({ proportionalBytes }) => proportionalBytes)),
    processes: [...processes],
    why: none ? whyNone : reasons(unread),
  };
}

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);

function reasons(unread: readonly AddedProcess[]): string | null {
  if (unread.length === 0) return null;
  return unread.map(({ name, pid, why }) => `${name} ${pid}: ${why}`).join(" ");
}
