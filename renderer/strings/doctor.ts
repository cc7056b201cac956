import type { DoctorCategory, FindingState } from "../../electron/contract/doctor.ts";
import { formatDuration, plural } from "../../electron/model/format.ts";

/** Words of the doctor, but for what it finds: that is told by its checks. */
export const doctorStrings = {
  states: {
    problem: "Problem",
    warning: "Warning",
    unknown: "Not known",
    ok: "Fine",
    "not-applicable": "Does not apply",
  } satisfies Record<FindingState, string>,
  checkAll: "Check again",
  checkOne: (title: string) => `Check again: ${title}`,
  checking: "Checking",
  copyReport: "Copy report",
  copied: "Copied",
  refused: "The page may not copy",
  copyCommand: "Copy",
  copyCommandOf: (title: string) => `Copy the command: ${title}`,
  age: (ms: number) => (ms < 1000 ? "just now" : `${formatDuration(ms)} ago`),
  notYet: "not checked yet",
  details: "Details",
  unknownIn: (count: number) => `${count} not known`,
  fineIn: (count: number) => `${count} fine`,
  otherIn: (count: number) => plural(count, "does not apply", "do not apply"),
  about: (engine: string) => `Only what ${engine} depends on is shown.`,
  showAll: "Show all checks",
  notRecorded: "This is about this host, not the one that was recorded.",
  thisHost: "this host",
  opensOutside: "opens in a browser",
  failed: "The doctor could not be asked.",
  loading: "Asking the doctor",
  ask: (fix: string) => `${fix}?`,
  exactly: "Isoscope runs exactly this, without a shell:",
  changes: "What it changes",
  rights: "Rights",
  run: "Run this command",
  afterwards: "Afterwards",
  thenChecked: "The check runs again.",
  gone: "What was found has changed: this fix is not offered any more.",
  close: "Close",
  cancel: "Cancel",
  running: (fix: string) => `${fix}: running`,
  done: (fix: string, ms: number) => `${fix}: done in ${formatDuration(ms)}`,
  runFailed: (fix: string) => `${fix}: failed`,
  cancelled: (fix: string) => `${fix}: cancelled`,
  output: "Output",
  saysWhy: "What it printed says why.",
} as const;

/** A category as the platform that was looked at calls it. */
export function categoryTitle(category: DoctorCategory, windows: boolean): string {
  switch (category) {
    case "docker":
      return "Docker";
    case "isolation":
      return windows ? "Hyper-V isolation" : "Micro-VM isolation";
    case "host":
      return "Host";
    case "storage":
      return "Storage";
    case "app":
      return "Isoscope";
  }
}
