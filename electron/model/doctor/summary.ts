import type { DoctorCategory, Finding, FindingState } from "../../contract/doctor.ts";
import { plural } from "../format.ts";

/** Worst first. */
export const FINDING_STATES: readonly FindingState[] = [
  "problem",
  "warning",
  "unknown",
  "ok",
  "not-applicable",
];

export const CATEGORIES: readonly DoctorCategory[] = ["docker", "isolation", "host", "storage", "app"];

/** What a person should look at. */
export const isWrong = ({ state }: Pick<Finding, "state">): boolean =>
  state === "problem" || state === "warning";

export function countStates(
  findings: readonly Pick<Finding, "state">[],
): Readonly<Record<FindingState, number>> {
  const counts = { problem: 0, warning: 0, unknown: 0, ok: 0, "not-applicable": 0 };
  for (const { state } of findings) counts[state] += 1;
  return counts;
}

/** "2 problems, 1 warning, 14 fine": what there is none of is left out, but for what is fine. */
export function summaryText(findings: readonly Pick<Finding, "state">[]): string {
  const { problem, warning, unknown, ok } = countStates(findings);
  return [
    ...(problem > 0 ? [plural(problem, "problem")] : []),
    ...(warning > 0 ? [plural(warning, "warning")] : []),
    ...(unknown > 0 ? [`${unknown} not known`] : []),
    `${ok} fine`,
  ].join(", ");
}

/** Worst first, in the given order where equal. */
export const worstFirst = <T extends Pick<Finding, "state">>(findings: readonly T[]): readonly T[] =>
  findings.toSorted((a, b) => FINDING_STATES.indexOf(a.state) - FINDING_STATES.indexOf(b.state));
