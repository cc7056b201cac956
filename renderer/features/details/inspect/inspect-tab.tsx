import type { TabProps } from "../tab.ts";

export function InspectTab(_props: TabProps) {
  return null;
}
