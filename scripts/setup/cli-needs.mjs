// @ts-check

/** Verbs that answer without any engine. */
const WITHOUT = new Set(["help", "version", "completion", "replay", "--help", "-h", "--version"]);
/** Verbs that serve pages. */
const SERVING = new Set(["serve", "replay"]);
/** Options of every verb by which it speaks to an Isoscope that is there already. */
const ELSEWHERE = /^--(?:host(?:=|$)|no-start$)/;

/**
 * Whether this command line speaks to engines of this machine. `advise` does not when the host is described to it;
 * whatever follows the image of a `run` is the container's own business.
 * @param {readonly string[]} args
 */
export function needsEngines(args) {
  const [verb, ...rest] = args;
  if (verb === undefined || WITHOUT.has(verb) || asksHelp(rest)) return false;
  if (verb === "advise" && rest.some((arg) => /^--(?:host|image)-/.test(arg))) return false;
  return !rest.some((arg) => ELSEWHERE.test(arg));
}

/**
 * What has to be built for it.
 * @param {readonly string[]} args
 */
export function targetsOf(args) {
  const [verb = "", ...rest] = args;
  const pages = SERVING.has(verb) && !asksHelp(rest) ? ["renderer"] : [];
  return [...(needsEngines(args) ? ["addon", "guest"] : []), "node", ...pages];
}

/** @param {readonly string[]} rest */
const asksHelp = ([first]) => first === "--help" || first === "-h";
