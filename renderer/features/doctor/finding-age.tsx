import type { Finding } from "../../../electron/contract/doctor.ts";
import { doctorStrings } from "../../strings/doctor.ts";

interface FindingAgeProps {
  readonly finding: Finding;
  /** ms since the Unix epoch. */
  readonly now: number;
}

/** How old a finding is, or that it is being renewed. */
export function FindingAge({ finding: { checking, checkedAt }, now }: FindingAgeProps) {
  return (
    <span className="finding-age dim">
      {checking
        ? doctorStrings.checking
        : checkedAt === null
          ? doctorStrings.notYet
          : doctorStrings.age(now - checkedAt)}
    </span>
  );
}
