import type { ScheduledRun } from "../../model/compare-schedule.ts";

const LETTER = { process: "p", hyperv: "h" } as const;

/** `cmp-p-01` for the first counted run under process isolation, and with a number behind it where that is taken. */
export function containerName({ isolation, number }: ScheduledRun, taken: ReadonlySet<string>): string {
  const plain = `cmp-${LETTER[isolation]}-${String(number).padStart(2, "0")}`;
  let name = plain;
  for (let copy = 2; taken.has(name); copy++) name = `${plain}-${copy}`;
  return name;
}
