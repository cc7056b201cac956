/** Words of what proves that a row on one side is a row on the other, and of the commands that show it in a terminal. */
export const evidenceWords = {
  checkYourself: "To see it in a terminal:",
  topShowsPids: "prints the PIDs inside",
  topShowsHostPids: "runs ps on the host, so it prints the host's PIDs",
  showsRow: (pid: number) => `prints the one row of ${pid}`,
  showsNsPids: (pids: string) => `prints NSpid: ${pids}, from the host's number to the container's`,
  showsTicks: (start: string) => `prints ${start}, ticks from boot to its start`,
  showsNothing: "finds nothing",
  showsOthersOnly: (pid: number) => `finds ${pid}, which runs outside this VM`,
  showsWorker: (name: string) => `prints the one row of ${name}`,
  showsWhole: "prints its whole command line, which names the VM",
  showsHostKernel: "prints the host's kernel",
  showsSameKernel: "prints the same lines from inside, if the image has sh",
  startMatches: (time: string | null) =>
    time === null ? "Start time matches too" : `Start time ${time} matches too`,
  startToTheSecond: "Start time matches to the second only",
  startNotReadInside: "Start time could not be read inside",
  startNotReadOnHost: "Start time could not be read on the host",
} as const;
