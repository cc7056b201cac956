/** Words that say how a comparison was measured. */
export const measuredStrings = {
  firstProcess: (clock: string) => `First process: ${clock}.`,
  sight: (ms: number) =>
    `First seen on the host: when the host's process table first had the row, to ${ms} ms.`,
  memory: (counter: string, processes: readonly string[]) =>
    `Memory: ${counter}, of every process that came with the container (${processes.join("; ")}).`,
  kernels: (evidence: string) => `Kernels: ${evidence}.`,
} as const;
