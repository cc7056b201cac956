import type { Finding } from "../../../electron/contract/doctor.ts";
import { isWrong, worstFirst } from "../../../electron/model/doctor/summary.ts";
import { doctorStrings } from "../../strings/doctor.ts";
import { SettingGroup } from "../settings/setting.tsx";
import { FindingCard } from "./finding-card.tsx";
import { FindingLines } from "./finding-lines.tsx";

interface FindingGroupProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly onCheck: (ids: string[]) => void;
}

/** Findings of one category: what needs a look in full, the rest folded away. */
export function FindingGroup({ title, findings, onCheck }: FindingGroupProps) {
  if (findings.length === 0) return null;
  // Where a fix was run its card stays, so that what became of it is not lost by success.
  const open = findings.filter((finding) => isWrong(finding) || finding.run !== null);
  const rest = findings.filter((finding) => !open.includes(finding));
  return (
    <SettingGroup title={title}>
      {worstFirst(open).map((finding) => (
        <FindingCard key={finding.id} finding={finding} onCheck={() => onCheck([finding.id])} />
      ))}
      <FindingLines
        findings={rest.filter(({ state }) => state === "unknown")}
        title={doctorStrings.unknownIn}
        open
      />
      <FindingLines findings={rest.filter(({ state }) => state === "ok")} title={doctorStrings.fineIn} />
      <FindingLines
        findings={rest.filter(({ state }) => state === "not-applicable")}
        title={doctorStrings.otherIn}
      />
    </SettingGroup>
  );
}
