import type { TabProps } from "../details/tab.ts";

export function LogsTab(_props: TabProps) {
  return null;
}
