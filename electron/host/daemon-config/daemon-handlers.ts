import type { IsoscopeContract } from "../../contract/contract.ts";
import type { Handlers } from "../../contract/handlers.ts";
import type { DaemonSettings } from "./daemon-settings.ts";

type DaemonCalls = Pick<
  Handlers<IsoscopeContract>,
  "daemonConfig.read" | "daemonConfig.preview" | "daemonConfig.change"
>;

/** Always this host's, also while a recording is shown. */
export function daemonHandlers(daemon: DaemonSettings): DaemonCalls {
  return {
    "daemonConfig.read": () => daemon.read(),
    "daemonConfig.preview": (wish) => daemon.preview(wish),
    "daemonConfig.change": (wish) => daemon.change(wish),
  };
}
