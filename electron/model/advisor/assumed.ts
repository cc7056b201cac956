import { skuOfBuild } from "../windows-builds.ts";
import type { AdvisedHost, AdvisedImage } from "./advice.ts";

const ASSUMED = { usable: true, why: "Assumed." } as const;

/**
 * A host that is only spoken of, for a question without an engine. What is given as null is unknown; so is what is left out, except what nobody who
 * asks so has in mind: Windows, a working hypervisor and engines that launch. The product follows from the build where
 * that was released as one only.
 */
export function assumedHost(given: Partial<AdvisedHost>): AdvisedHost {
  const build = given.build ?? null;
  return {
    os: "windows",
    architecture: null,
    revision: null,
    edition: null,
    engineVersion: null,
    hypervisor: ASSUMED,
    emulates: null,
    launch: { process: ASSUMED, hyperv: ASSUMED },
    ...given,
    build,
    sku: given.sku === undefined ? (build === null ? null : skuOfBuild(build)) : given.sku,
  };
}

/** An image that is only spoken of. Its system is the host's where only the build or nothing is given. */
export function assumedImage(given: Partial<AdvisedImage>, host: Pick<AdvisedHost, "os">): AdvisedImage {
  const build = given.build ?? null;
  return {
    architecture: null,
    revision: null,
    ...given,
    os: given.os === undefined ? (build === null ? host.os : "windows") : given.os,
    build,
  };
}
