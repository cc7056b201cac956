import { plural } from "../../electron/model/format.ts";

type Platform = "linux" | "win32" | "darwin";

/** "under process isolation" on Windows; on Linux nothing is Hyper-V. */
const under = (platform: Platform) =>
  platform === "win32"
    ? { process: "under process isolation", hyperv: "under Hyper-V isolation" }
    : { process: "on the shared kernel", hyperv: "in a micro-VM" };

/** Words of the presenter. `program` is what the demo runs, e.g. `ping`. */
export const presenterStrings = {
  kernels: "Kernels",
  details: "Details",
  demo: "Isolation demo",
  position: (step: number, of: number) => `${step} of ${of}`,
  steps: "Steps",
  live: (host: string) => `Live on ${host}.`,
  recording: (host: string) => `A recording of ${host}.`,
  everyRecorded: "Every value on screen is the recording’s.",
  everyValue: "Every value on screen is read now.",
  notRun: "Not run yet",
  step: "step",
  runAgain: "run again",
  leave: "leave",
  back: "Back",
  next: "Next",
  run: "Run",
  finish: "Finish",
  goTo: (step: number) => `Go to step ${step}`,
  command: "Command",
  copy: "Copy command",
  copied: "Copied",
  inside: "Inside the container",
  host: "On the host",
  insideVm: "Inside the VM",
  name: "NAME",
  runningSince: (time: string) => `running since ${time}`,
  running: "running",
  looksIn: (step: number) => `Step ${step} looks here.`,
  startsIn: (step: number) => `Step ${step} starts it.`,
  runItWith: "Run starts it: R, → or the button.",
  starting: "Starting",
  reading: "Reading both sides",
  ended: (name: string, how: string) => `${name} has ended: ${how}.`,
  runOver: (step: number) => `Run step ${step} again.`,
  launchFailed: "The launch failed.",
  noEngine: (how: string) => `Nothing here can run it ${how}.`,
  otherHalf: (from: number, to: number) => `Steps ${from} to ${to} work without it.`,
  kernelInside: "Kernel seen inside",
  kernelOfHost: "Kernel of the host",
  ownKernel: "Its own kernel",
  hostsKernel: "The host’s kernel",
  notRead: "not read",
  hypervisor: "Hypervisor",
  equalKernels: "one shared kernel",
  twoKernels: "two kernels",
  unknownKernels: "not proven",
  cannotFind: (name: string) => `Cannot find a process with the name "${name}"`,
  cannotFindOwn: (name: string) => `Cannot find this container’s "${name}"`,
  exitCode: "exit code 1, no row",
  noProcessFound: "NoProcessFoundForGivenName",
  another: (pidWord: string, pid: number) => `${pidWord} ${pid} is another: it runs outside this VM.`,
  opaque: (count: number) =>
    `${plural(count, "process runs", "processes run")} in this VM. The host has a row for none of them.`,
  insideUnread: "The process could not be read inside yet.",
  workerUnread: "The worker process is not known.",

  labels: {
    run: (platform: Platform, program: string, isolation: "process" | "hyperv") =>
      `Run ${program} ${under(platform)[isolation]}`,
    inside: (source: string) => `${source} shows its PID`,
    same: (platform: Platform) =>
      platform === "win32" ? "Look on the host: same PID" : "Look on the host: same process",
    hidden: "Look on the host: not found",
    worker: (name: string) => `${name} is what remains`,
  },
  titles: {
    runs: (platform: Platform, program: string, isolation: "process" | "hyperv") =>
      `${program} runs ${under(platform)[isolation]}`,
    insidePid: (program: string, pid: number) => `Inside the container, ${program} is PID ${pid}`,
    insideVmPid: (program: string, pid: number) => `Inside its VM, ${program} is PID ${pid}`,
    samePid: (program: string) => `The host sees the container’s ${program}, with the same PID`,
    otherPid: (program: string, pid: number) => `The host sees the container’s ${program}, as PID ${pid}`,
    likely: (program: string) => `The host has a row that is likely the container’s ${program}`,
    unlinked: (program: string) => `The host has no row proven to be this ${program}`,
    hidden: (program: string) => `The host cannot find ${program} at all`,
    hiddenOwn: (program: string) => `The host cannot find this container’s ${program}`,
    worker: (name: string) => `${name} is all that the host sees`,
  },
  viaIsoscope: (engine: string, command: string) => `Isoscope runs it through ${engine}: ${command}`,
  inVm: (command: string) => `Isoscope boots a micro-VM and runs in it: ${command}`,
  defaultCommand: "the image’s own command",
  readWith: (source: string) => `Read with ${source}`,
  how: (platform: Platform, isolation: "process" | "hyperv") => under(platform)[isolation],

  keepQuestion: (count: number) => `Keep the demo’s ${plural(count, "container")}?`,
  keepText:
    "Kept containers go on running and stay in the list. Removing them deletes their writable layers.",
  keepStarting: "One is still starting; removing stops its launch.",
  keep: "Keep",
  remove: (count: number) => (count === 0 ? "Stop the launch" : `Remove ${count}`),
  stay: "Stay",
} as const;
