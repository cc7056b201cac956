import { useMemo } from "react";
import type { EngineStatus, Isolation } from "../../../../electron/contract/engine.ts";
import type { Advice } from "../../../../electron/model/advisor/advice.ts";
import { advise } from "../../../../electron/model/advisor/advise.ts";
import { advisedHost } from "../../../../electron/model/advisor/advised-host.ts";
import { advisedImage, advisedReference } from "../../../../electron/model/advisor/advised-image.ts";
import { type DefaultMode, defaultMode } from "../../../../electron/model/advisor/default-mode.ts";
import { type HostInfo, useLive } from "../../../engine/host-context.tsx";
import { imagesResource } from "../../../engine/resources.ts";
import type { Timer } from "../../../engine/timer.ts";
import { imageNamed } from "../image-options.ts";
import type { LaunchForm } from "../launch-form.ts";
import { useSettled } from "./use-settled.ts";

/** How long nothing has to change before it is checked, ms. */
export const SETTLES_AFTER_MS = 250;

export interface Preflight {
  /** Both modes, for the image as it was when last checked. */
  readonly advice: Advice;
  /** When that was, ms since the Unix epoch. */
  readonly checkedAt: number;
  /** The same for an image of the list. */
  adviceFor(image: Parameters<typeof advisedImage>[0]): Advice;
  /** Why a launch that asks for nothing gets the isolation it gets, and which. */
  defaultOf(engine: EngineStatus | null): DefaultMode;
}

/** What is to be expected of the launch, checked on opening and once the form has been left alone for a moment. */
export function usePreflight(
  host: HostInfo,
  engines: readonly EngineStatus[],
  form: LaunchForm,
  timer?: Timer,
): Preflight {
  const images = useLive(imagesResource).rows;
  const { value: checked, at: checkedAt } = useSettled(form, SETTLES_AFTER_MS, timer);
  const asked = useMemo(() => advisedHost(host, engines), [host, engines]);
  const ref = checked.image.trim();
  const advice = useMemo(() => {
    const image = imageNamed(images.values(), ref);
    return advise(asked, image ? advisedImage(image) : advisedReference(ref, host));
  }, [asked, images, ref, host]);
  return {
    advice,
    checkedAt,
    adviceFor: (image) => advise(asked, advisedImage(image)),
    defaultOf: (engine) => defaultMode(asked, engine ?? undefined),
  };
}

/** The mode to take where one is better than the other; null where either is fine. */
export function recommended(advice: Advice, untrusted: boolean): Isolation | null {
  const runs = (isolation: Isolation) => advice[isolation].verdict !== "fails";
  if (runs("process") !== runs("hyperv")) return runs("process") ? "process" : "hyperv";
  return untrusted && runs("hyperv") ? "hyperv" : null;
}
