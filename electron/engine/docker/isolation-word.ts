import type { Isolation } from "../../contract/engine.ts";

/** Windows writes the words in any case; anything else is not an isolation. */
export function isolationWord(text: string): Isolation | null {
  const word = text.toLowerCase();
  return word === "process" || word === "hyperv" ? word : null;
}
