import type { Isolation } from "../../contract/engine.ts";

/** `unsupported-for-production`: it runs, and Microsoft supports it for development and testing only. */
export type Verdict = "runs" | "unsupported-for-production" | "fails" | "unknown";

/** Where a rule is written down. */
export interface Source {
  readonly title: string;
  /** Public address; absent where it is a program's own check. */
  readonly url?: string;
}

/** What another source says instead. */
export interface Disagreement {
  readonly says: string;
  readonly sources: readonly Source[];
}

/** The line of the decision table that spoke. */
export interface SpokenRule {
  /** Stable name, e.g. `image-newer-than-host`. */
  readonly id: string;
  /** The rule in one or two sentences, with this case's numbers. */
  readonly says: string;
  readonly sources: readonly Source[];
  /** Absent where all sources agree. */
  readonly disagreement?: Disagreement;
}

/** What can be done about a verdict. */
export type Remedy =
  | { readonly kind: "use-isolation"; readonly isolation: Isolation; readonly label: string }
  | { readonly kind: "use-tag"; readonly tag: string; readonly label: string }
  | {
      readonly kind: "enable-feature";
      readonly feature: string;
      readonly command: string | null;
      readonly label: string;
    }
  | { readonly kind: "other"; readonly label: string };

/** What is to be expected of one isolation. */
export interface ModeAdvice {
  readonly verdict: Verdict;
  readonly rule: SpokenRule;
  /** The result to expect of a start, `0xc0370101`; null where none is known or it runs. */
  readonly hresult: string | null;
  readonly remedies: readonly Remedy[];
}

export type Advice = Readonly<Record<Isolation, ModeAdvice>>;

/** Something that may or may not be usable, and how that is known. */
export interface Usable {
  /** Null is not known. */
  readonly usable: boolean | null;
  readonly why: string;
}

/** The host as far as the rules ask for it. Null is not known. */
export interface AdvisedHost {
  readonly os: "windows" | "linux";
  readonly architecture: string | null;
  /** Windows only. */
  readonly build: number | null;
  readonly revision: number | null;
  readonly sku: "server" | "client" | null;
  readonly edition: string | null;
  /** Docker Engine's version, e.g. `24.0.7`. Not known counts as new enough. */
  readonly engineVersion: string | null;
  /** Whether Hyper-V, on Linux KVM, can be used. */
  readonly hypervisor: Usable;
  /** Linux: other architectures whose programs it runs by emulation, in Docker's words. */
  readonly emulates: readonly string[] | null;
  /** Whether an engine launches under each isolation at all. Only the Linux rows ask. */
  readonly launch: Readonly<Record<Isolation, Usable>>;
}

/** The image as far as the rules ask for it. Null is not known. */
export interface AdvisedImage {
  readonly os: "windows" | "linux" | null;
  /** Not known counts as the host's own. */
  readonly architecture: string | null;
  /** Windows only. */
  readonly build: number | null;
  readonly revision: number | null;
}
