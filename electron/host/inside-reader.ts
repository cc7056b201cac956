import type { InsideReader } from "../fleet/scope-watch.ts";
import { readContainerKernel } from "../processes/container-kernel.ts";
import { readInsideView } from "../processes/inside-view.ts";

/** The container's own view where it can be read. Without the rights links stay `likely`, which the evidence says. */
export const insideReader: InsideReader = {
  readings: (mainPid) => readInsideView(mainPid).catch(() => null),
  kernel: (mainPid) => readContainerKernel(mainPid),
};
