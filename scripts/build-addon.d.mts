/** Why there is no addon. */
export class AddonBuildError extends Error {
  readonly code: "unsupported-platform" | "no-compiler" | "compile-failed";
  /** What the compiler printed. */
  readonly detail: string;
}

export interface BuildAddonOptions {
  /** Default `native/build`. */
  readonly outDir?: string;
  readonly log?: (line: string) => void;
  /** Default the process's own; `CXX` names the compiler. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Builds `isoscope.node` unless the one there is of the same sources and flags. Throws {@link AddonBuildError}. */
export function buildAddon(
  options?: BuildAddonOptions,
): Promise<{ readonly path: string; readonly built: boolean }>;
