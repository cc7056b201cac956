import type { Isolation } from "../../contract/engine.ts";
import type { AdvisedHost, AdvisedImage, Disagreement, Remedy, Source, Verdict } from "./advice.ts";

/** One question to the table. */
export interface Asked {
  readonly host: AdvisedHost;
  readonly image: AdvisedImage;
  readonly isolation: Isolation;
}

/** One line of the decision table. The first that applies and holds gives the verdict. */
export interface DecisionRow {
  readonly id: string;
  readonly on: readonly AdvisedHost["os"][];
  readonly applies: readonly Isolation[];
  /** Absent: always. The last row of each host and isolation has none, which makes the table total. */
  readonly when?: (asked: Asked) => boolean;
  readonly verdict: Verdict;
  readonly says: (asked: Asked) => string;
  readonly sources: readonly Source[];
  /** Null where the sources agree on this case. */
  readonly disagreement?: (asked: Asked) => Disagreement | null;
  readonly hresult?: string;
  /** Besides the other isolation, which is added where it runs. */
  readonly remedies?: (asked: Asked) => readonly Remedy[];
}

export const BOTH: readonly Isolation[] = ["process", "hyperv"];

/** The platform's own words for an isolation. */
const WORDS = {
  windows: { process: "process isolation", hyperv: "Hyper-V isolation" },
  linux: { process: "shared kernel", hyperv: "micro-VM" },
} as const;

export const isolationWords = (os: AdvisedHost["os"], isolation: Isolation): string => WORDS[os][isolation];

/** Holds only where both builds are known. */
export const builds =
  (holds: (host: number, image: number, asked: Asked) => boolean) =>
  (asked: Asked): boolean => {
    const { host, image } = asked;
    return host.build !== null && image.build !== null && holds(host.build, image.build, asked);
  };
