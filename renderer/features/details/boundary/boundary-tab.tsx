import type { TabProps } from "../tab.ts";

export function BoundaryTab(_props: TabProps) {
  return null;
}
