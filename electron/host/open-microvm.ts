import type { RequestMeter } from "../contract/request-meter.ts";
import { systemClock } from "../engine/clock.ts";
import type { Engine, ImageSource } from "../engine/engine.ts";
import { openMicroVmEngine } from "../engine/microvm/engine.ts";
import { built } from "./native-parts.ts";
import type { Paths } from "./paths.ts";

export function openMicroVm(paths: Paths, imageSource: ImageSource, meter: RequestMeter): Engine {
  return openMicroVmEngine(
    {
      id: "microvm",
      cacheDir: paths.cache,
      runDir: `${paths.run}/vm`,
      guestAgentPath: built("guest-agent"),
      kvmProbePath: built("kvm-probe.bin"),
      folderSharePath: built("folder-share"),
      kernelPath: process.env.ISOSCOPE_KERNEL ?? null,
    },
    { imageSource, clock: systemClock, meter },
  );
}
