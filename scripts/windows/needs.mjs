// @ts-check
import { Stop } from "../setup/say.mjs";
import { startDockerd, whyNoDockerd } from "./private-dockerd.mjs";

/**
 * @typedef {object} Needs what test files share that runs on Linux
 * @property {(directives: import("./directives.mjs").Directives) => Promise<Record<string, string>>} envFor
 *   starts what a file needs, once for all files; what there cannot be is left out, and its tests skip themselves
 * @property {() => Promise<void>} close
 */

/** @param {string} [required] what must not be missing, as in ISOSCOPE_REQUIRE @returns {Needs} */
export function openNeeds(required = process.env.ISOSCOPE_REQUIRE ?? "") {
  /** @type {Promise<import("./private-dockerd.mjs").Dockerd> | null} */
  let dockerd = null;
  return {
    envFor: async ({ needs }) => {
      if (!needs.includes("dockerd")) return {};
      const obstacle = whyNoDockerd();
      if (obstacle !== null && required.split(",").includes("docker")) throw new Stop(obstacle);
      if (obstacle !== null) return {};
      dockerd ??= startDockerd();
      return { ISOSCOPE_TEST_DOCKER_PORT: String((await dockerd).port) };
    },
    close: async () => {
      // One that did not start has been told of already.
      await (await dockerd?.catch(() => null))?.close();
      dockerd = null;
    },
  };
}
