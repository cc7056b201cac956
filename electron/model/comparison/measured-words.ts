/** Words that say how a comparison was measured. */
export const measuredStrings = {
  order: (settleMs: number) =>
    `One container at a time: two at once would measure each other. Pairs begin in turn with one isolation and with the other; one launch of each before them is not counted. The drawn run is the one whose time is the median. Memory is read ${settleMs / 1000} s after the launch; what both sides show is of the last run.`,
  firstProcess: (clock: string) => `First process: ${clock}.`,
  sight: (ms: number) =>
    `First seen on the host: when the host's process table first had the row, to ${ms} ms.`,
  memory: (counter: string, processes: readonly string[]) =>
    `Memory: ${counter}, of every process that came with the container (${processes.join("; ")}). What the kernel itself keeps for it is not in it.`,
  kernels: (evidence: string) => `Kernels: ${evidence}.`,
} as const;
