// @ts-check

/** Verbs that answer without any engine. */
const WITHOUT = new Set(["help", "version", "completion", "--help", "-h", "--version"]);

/**
 * Whether this command line speaks to engines. `advise` does not when the host is described to it; whatever follows the
 * image of a `run` is the container's own business.
 * @param {readonly string[]} args
 */
export function needsEngines(args) {
  const [verb, ...rest] = args;
  if (verb === undefined || WITHOUT.has(verb)) return false;
  if (rest[0] === "--help" || rest[0] === "-h") return false;
  if (verb === "advise" && rest.some((arg) => arg.startsWith("--host-"))) return false;
  return !rest.some((arg) => arg === "--host" || arg.startsWith("--host="));
}
