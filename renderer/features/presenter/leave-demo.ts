import { CONTAINERS, formatRoute } from "../../app/router.ts";
import { endDemo, useDemoSession } from "./demo-session.ts";

/** Ends the demo and goes back to where it was opened. */
export function leaveDemo(): void {
  const { from } = useDemoSession.getState();
  endDemo();
  window.location.hash = from ?? formatRoute(CONTAINERS);
}
