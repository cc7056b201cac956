import type { LaneFacts } from "../../contract/compare.ts";
import { plural } from "../format.ts";

/** Words of the table under the lanes of a comparison. */
export const verdictStrings = {
  time: "Time to first process",
  phases: "Launch phases",
  sight: "First seen on the host",
  memory: "Memory cost on the host",
  pidInside: "PID inside",
  sees: "What the host sees",
  booted: "Kernel booted",
  kernel: (windows: boolean) => (windows ? "Kernel build" : "Kernel release"),
  /** What a reader can type to check it. */
  search: (program: string, windows: boolean) =>
    windows ? `Get-Process -Name ${program}` : `pgrep -x ${program}`,
  privateOf: (processes: string) => `private, ${processes}`,
  proportional: (bytes: string) => `${bytes} proportional`,
  onHost: (word: string, pid: number) => `${word} ${pid} on the host`,
  unrelated: "Unrelated numbers",
  notFound: "not found",
  notIts: "none of it",
  others: (count: number) => `the host has ${plural(count, "other")} of that name`,
  visible: "Visible",
  hidden: "Hidden",
  besides: (more: number) => (more <= 0 ? "only" : `and ${plural(more, "row")} of the VM's memory`),
  ownRows: (count: number) =>
    count === 1 ? "1 process with a PID of its own" : `${count} processes with PIDs of their own`,
  rows: (process: number, hyperv: number) => `${plural(process, "row")} / ${plural(hyperv, "row")}`,
  notSeen: "No row of it was seen.",
  notRead: "It could not be read.",
  whose: { shared: "the host's", separate: "its own", unknown: "not proven whose" } satisfies Record<
    LaneFacts["kernels"],
    string
  >,
  kernels: { shared: "Shared", separate: "Own", unknown: "Not proven" } satisfies Record<
    LaneFacts["kernels"],
    string
  >,
  apart: (duration: string) => `${duration} apart`,
  otherBuild: (build: string) => ({
    measure: "Runs on a host with another build",
    process: `No, the image has to match build ${build}`,
    hyperv: "Yes, on a newer host",
    difference: "Hyper-V only",
  }),
} as const;
