import type { ModeAdvice, Verdict } from "../../electron/model/advisor/advice.ts";

/** The verdict in one or two words, as it stands beside an isolation's name. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  runs: "Runs",
  "unsupported-for-production": "Dev and test",
  fails: "Fails",
  unknown: "Not known",
};

export const adviceStrings = {
  notYet: "The host has not told what it is yet.",
  differs: (says: string) => `Another source: ${says}`,
} as const;

/** Why, in whole sentences: the rule, and what another source says instead. */
export const reasonText = ({ rule }: ModeAdvice): string =>
  rule.disagreement ? `${rule.says} ${adviceStrings.differs(rule.disagreement.says)}` : rule.says;
