import type { TabProps } from "../details/tab.ts";

export function StatsTab(_props: TabProps) {
  return null;
}
