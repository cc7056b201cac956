import type { Isolation } from "../../electron/contract/engine.ts";
import type { Remedy, Verdict } from "../../electron/model/advisor/advice.ts";
import { inSentence, type Words } from "../app/words.ts";
import { verdictWords } from "./advice.ts";

/** Words of what the advisor says before a launch. */
export const preflightStrings = {
  bar: "Preflight",
  wouldFail: "Would fail here",
  defaultWouldFail: (word: string) => `${word} here: would fail`,
  recommended: "Recommended here",
  developmentOnly: "For development and testing only",
  defaultWhy: (word: string, why: string) => `Default: ${word} on this engine. ${why}`,
  sources: "Source",
  disagrees: "Another source says:",
  why: "Why?",
  copyCommand: { copy: "Copy command", copied: "Copied", refused: "Not copied" },
  engineNotes: (title: string, notes: readonly string[]) => `${title}: ${notes.join(". ")}.`,
  justNow: "Checked just now.",
  ago: (seconds: number) => `Checked ${seconds} s ago.`,
} as const;

/** What the preflight comes to for the mode that is chosen. */
export function preflightState(verdict: Verdict, mode: string): string {
  const word = inSentence(mode);
  switch (verdict) {
    case "runs":
      return `Preflight passed for ${word}.`;
    case "unsupported-for-production":
      return `Preflight passed for ${word}, for development and testing only.`;
    case "fails":
      return `Preflight: ${word} would fail.`;
    case "unknown":
      return `Preflight cannot tell for ${word}.`;
  }
}

/** A mode with what is to be expected of it, for those who do not see the mark. */
export const markLabel = (isolation: Isolation, verdict: Verdict, words: Words): string =>
  `${words.isolation[isolation]}: ${verdictWords[verdict]}`;

export function remedyLabel(remedy: Remedy, words: Words): string {
  return remedy.kind === "use-isolation" ? `Use ${words.isolation[remedy.isolation]}` : remedy.label;
}
