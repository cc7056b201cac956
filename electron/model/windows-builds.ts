/** Base images of Microsoft that are still serviced, newest first, by the build they are made of. */
const SERVICED = [
  { build: 26_100, tag: "ltsc2025" },
  { build: 20_348, tag: "ltsc2022" },
  { build: 17_763, tag: "ltsc2019" },
] as const;

/** The third number of `10.0.20348` or `10.0.20348.2113`; null when there is none. */
export function buildOf(version: string): number | null {
  const [, build] = /^\d+\.\d+\.(\d+)(?:\.\d+)?$/.exec(version.trim()) ?? [];
  return build === undefined ? null : Number(build);
}

/** The newest serviced base image that a host of this build can run: none is newer than the host. Null before 17763. */
export const baseImageTag = (hostBuild: number): string | null =>
  SERVICED.find(({ build }) => build <= hostBuild)?.tag ?? null;

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
