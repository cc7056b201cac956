import { useLive } from "../../engine/host-context.tsx";
import { containersResource, jobsResource } from "../../engine/resources.ts";
import { openLeaveDemo } from "../../ui-state/surfaces.ts";
import { useDemoSession } from "./demo-session.ts";
import { leaveDemo } from "./leave-demo.ts";
import { leftBehind } from "./left-behind.ts";

/** Leaves the presenter; asks first where the demo would leave something behind. */
export function useLeave(): () => void {
  const session = useDemoSession();
  const containers = useLive(containersResource).rows;
  const jobs = useLive(jobsResource).rows;
  return () => {
    const { made, starting } = leftBehind(session, containers, jobs);
    if (made.length + starting.length > 0) openLeaveDemo();
    else leaveDemo();
  };
}
