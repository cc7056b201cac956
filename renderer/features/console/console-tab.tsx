import type { TabProps } from "../details/tab.ts";

export function ConsoleTab(_props: TabProps) {
  return null;
}
