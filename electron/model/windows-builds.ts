/** Base images of Microsoft, newest first, by the build they are made of. Source: the version compatibility page. */
const BASE_IMAGES = [
  { build: 26_100, tag: "ltsc2025", serviced: true },
  { build: 20_348, tag: "ltsc2022", serviced: true },
  { build: 19_042, tag: "20H2", serviced: false },
  { build: 19_041, tag: "2004", serviced: false },
  { build: 18_363, tag: "1909", serviced: false },
  { build: 18_362, tag: "1903", serviced: false },
  { build: 17_763, tag: "ltsc2019", serviced: true },
  { build: 17_134, tag: "1803", serviced: false },
  { build: 16_299, tag: "1709", serviced: false },
  { build: 14_393, tag: "ltsc2016", serviced: false },
] as const;

/** Builds that were released as one product only. Those of both, such as 17763 and 26100, are absent. */
const SKU_OF_BUILD: ReadonlyMap<number, "server" | "client"> = new Map([
  [15_063, "client"],
  [19_043, "client"],
  [19_044, "client"],
  [19_045, "client"],
  [20_348, "server"],
  [22_000, "client"],
  [22_621, "client"],
  [22_631, "client"],
  [25_398, "server"],
  [26_200, "client"],
]);

/** The third number of `10.0.20348` or `10.0.20348.2113`; null when there is none. */
export function buildOf(version: string): number | null {
  const [, build] = /^\d+\.\d+\.(\d+)(?:\.\d+)?$/.exec(version.trim()) ?? [];
  return build === undefined ? null : Number(build);
}

/** The fourth number of `10.0.20348.2113`; null when there is none. */
export function revisionOf(version: string): number | null {
  const [, revision] = /^\d+\.\d+\.\d+\.(\d+)$/.exec(version.trim()) ?? [];
  return revision === undefined ? null : Number(revision);
}

/** Server or client where the build alone tells; null where both have it or it is not known. */
export const skuOfBuild = (build: number): "server" | "client" | null => SKU_OF_BUILD.get(build) ?? null;

/** The tag of the base image made of exactly this build, serviced or not; null where Microsoft made none. */
export const exactTag = (build: number): string | null =>
  BASE_IMAGES.find((image) => image.build === build)?.tag ?? null;

/** The newest serviced base image that a host of this build can run: none is newer than the host. Null before 17763. */
export const baseImageTag = (hostBuild: number): string | null =>
  BASE_IMAGES.find(({ build, serviced }) => serviced && build <= hostBuild)?.tag ?? null;

/** What to do about an image whose build does not fit the host's. Versions that are not told leave the general advice. */
export function mismatchAdvice(host: string, image: string): string {
  const hostBuild = buildOf(host);
  const imageBuild = buildOf(image);
  const tag = hostBuild === null ? null : baseImageTag(hostBuild);
  const fitting = tag === null ? "an image of the host's own build" : `an image with the tag ${tag}`;
  if (hostBuild !== null && imageBuild !== null && imageBuild > hostBuild) {
    return `The image is newer than this Windows, which no isolation helps: use ${fitting}, or a newer host.`;
  }
  return `Launch it under Hyper-V isolation, or use ${fitting}.`;
}
