import type { HostCosts } from "../processes/host-costs.ts";
import { linuxCosts } from "../processes/linux/linux-costs.ts";
import { windowsCosts } from "../processes/windows/windows-costs.ts";

/** What this platform tells of single processes. */
export const hostCosts = (platform: NodeJS.Platform, now: () => number): HostCosts =>
  platform === "win32" ? windowsCosts : linuxCosts(now);
