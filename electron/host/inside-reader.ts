import type { InsideReader } from "../fleet/scope-watch.ts";
import { readContainerKernel } from "../processes/container-kernel.ts";
import { readInsideView } from "../processes/inside-view.ts";

/** The container's own view where it can be read. Without the rights links stay `likely`, which the evidence says. */
const procfs: InsideReader = {
  readings: (mainPid) => readInsideView(mainPid).catch(() => null),
  kernel: (mainPid) => readContainerKernel(mainPid),
};

/** Elsewhere nothing of the inside is to be read on the host: what engines list has the start stamps already. */
const none: InsideReader = { readings: async () => null, kernel: async () => null };

export const insideReader = (platform: NodeJS.Platform): InsideReader =>
  platform === "linux" ? procfs : none;
