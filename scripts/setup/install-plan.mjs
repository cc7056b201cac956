// @ts-check

/**
 * @typedef {object} Situation
 * @property {readonly string[]} missing packages
 * @property {boolean} allowed false with `--no-system`
 * @property {boolean} apt whether this is a system with apt-get
 * @property {boolean} root
 * @property {boolean} sudo whether there is sudo
 * @property {boolean} terminal whether somebody can be asked
 * @property {string} declined the packages that somebody said no to, as {@link listOf} writes them
 */

/** @param {readonly string[]} packages */
export const listOf = (packages) => packages.join(" ");

/** @param {readonly string[]} packages */
export const installArguments = (packages) => ["install", "-y", "--no-install-recommends", ...packages];

/**
 * What to do about missing system packages. `tell` says why nothing is installed.
 * @param {Situation} situation
 * @returns {{ kind: "nothing" } | { kind: "install" } | { kind: "ask" } | { kind: "tell", because: string }}
 */
export function planInstall({ missing, allowed, apt, root, sudo, terminal, declined }) {
  if (missing.length === 0) return { kind: "nothing" };
  if (!allowed) return { kind: "tell", because: "--no-system was given" };
  if (!apt) return { kind: "tell", because: "this system has no apt-get" };
  if (root) return { kind: "install" };
  if (!sudo) return { kind: "tell", because: "this user is not root and there is no sudo" };
  if (!terminal) return { kind: "tell", because: "there is no terminal to ask on" };
  if (declined === listOf(missing)) return { kind: "tell", because: "you said no before" };
  return { kind: "ask" };
}
