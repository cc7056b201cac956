import type { Comparison } from "../../contract/compare.ts";
import type { Image } from "../../contract/container.ts";
import type { HostInfo } from "../../contract/contract.ts";
import type { MeasuredHost } from "../../contract/cost.ts";
import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";
import { costRecord } from "../../model/cost-record.ts";
import type { CostHistory } from "./cost-history.ts";

export interface KeepCostsDeps {
  readonly comparisons: LiveSource<Comparison>;
  readonly images: LiveSource<Image>;
  readonly info: () => HostInfo;
  readonly history: Pick<CostHistory, "add">;
}

/** Puts every comparison that ends with figures into the history, until the returned function is called. */
export function keepCosts({ comparisons, images, info, history }: KeepCostsDeps): Unsubscribe {
  const take = (comparison: Comparison) => {
    const imageId = imageIdOf(images, comparison.spec.image);
    const record = costRecord(comparison, { host: measuredHost(info()), imageId });
    if (record) history.add({ record, comparison });
  };
  return comparisons.subscribe({
    snapshot: () => {},
    change: ({ upsert }) => {
      for (const [, comparison] of upsert) take(comparison);
    },
    fail: () => {},
  });
}

const measuredHost = ({ hostName, platform, kernel, cpus }: HostInfo): MeasuredHost => ({
  name: hostName,
  platform,
  kernel: kernel.release,
  cpus,
});

/** Whatever engine tells it: a reference is one image on one host. */
function imageIdOf(images: LiveSource<Image>, ref: string): string | null {
  let id: string | null = null;
  images.subscribe({
    snapshot: ({ entries }) => {
      id =
        entries.find(([, { refs }]) => refs.includes(ref) || refs.includes(`${ref}:latest`))?.[1].id ?? null;
    },
    change: () => {},
    fail: () => {},
  })();
  return id;
}
