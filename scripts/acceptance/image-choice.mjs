// @ts-check

const NANO = "mcr.microsoft.com/windows/nanoserver";
const NO_IMAGE = "Microsoft has no base image of this Windows' very build";

/**
 * @typedef {{ readonly image: string, readonly process: string | null, readonly hyperv: string | null }} Choice
 *   `process`, `hyperv`: why that isolation cannot be tried with it, or null
 */

/** From which host build on, best first. The rules are Microsoft's compatibility table; Nano Server is the smallest. */
const CHOICES = [
  { from: 26100, tag: "ltsc2025", process: null },
  { from: 20348, tag: "ltsc2022", process: null },
  { from: 17764, tag: "ltsc2019", process: NO_IMAGE },
  { from: 17763, tag: "ltsc2019", process: null },
];

/**
 * The image whose containers run on a host of this build, and in which isolations.
 * @param {number} build
 * @returns {Choice | null} null before Windows Server 2019
 */
export function imageFor(build) {
  const found = CHOICES.find(({ from }) => build >= from);
  if (!found) return null;
  // Server 23H2 (25398) runs ltsc2022 under process isolation; under Hyper-V no source says so.
  const hyperv = build === 25398 ? "no source says whether this Windows can run it under Hyper-V" : null;
  return { image: `${NANO}:${found.tag}`, process: found.process, hyperv };
}
