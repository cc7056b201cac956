import { quoteArgument, splitCommand } from "../command-line.ts";
import type { SplitCommand } from "../split-words.ts";
import { quoteForPowerShell, splitPowerShell } from "./powershell.ts";

/** By whose quoting a line is written. */
export type Shell = "sh" | "powershell";

export const shellOf = (platform: "linux" | "win32" | "darwin"): Shell =>
  platform === "win32" ? "powershell" : "sh";

const QUOTES = { sh: quoteArgument, powershell: quoteForPowerShell } as const;
const SPLITS = { sh: splitCommand, powershell: splitPowerShell } as const;

/** Arguments as one line that can be pasted into the shell. */
export const joinFor = (shell: Shell, argv: readonly string[]): string => argv.map(QUOTES[shell]).join(" ");

export const splitFor = (shell: Shell, text: string): SplitCommand => SPLITS[shell](text);

/** A path of Windows that no quote protects: in sh its backslashes would be gone. */
const BARE_WINDOWS_PATH = /(?:^|[\s=,])(?:[A-Za-z]:\\|\\\\[.?\w])/;

/** The shell that a line found somewhere was most likely written for. */
export function shellOfLine(text: string, usual: Shell): Shell {
  if (/`\r?\n/.test(text)) return "powershell";
  if (/\\\r?\n/.test(text) || text.includes(String.raw`'\''`)) return "sh";
  return BARE_WINDOWS_PATH.test(text) ? "powershell" : usual;
}
