import type { TabProps } from "../tab.ts";

export function ProcessesTab(_props: TabProps) {
  return null;
}
