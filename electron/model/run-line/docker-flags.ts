/** Short names of `docker run`'s flags. */
export const SHORT_FLAGS: ReadonlyMap<string, string> = new Map([
  ["a", "attach"],
  ["c", "cpu-shares"],
  ["d", "detach"],
  ["e", "env"],
  ["h", "hostname"],
  ["i", "interactive"],
  ["l", "label"],
  ["m", "memory"],
  ["P", "publish-all"],
  ["p", "publish"],
  ["q", "quiet"],
  ["t", "tty"],
  ["u", "user"],
  ["v", "volume"],
  ["w", "workdir"],
]);

/** Flags of `docker run` that stand alone; every other one is followed by its value. */
export const BARE_FLAGS: ReadonlySet<string> = new Set([
  "detach",
  "disable-content-trust",
  "help",
  "init",
  "interactive",
  "no-healthcheck",
  "oom-kill-disable",
  "privileged",
  "publish-all",
  "quiet",
  "read-only",
  "rm",
  "sig-proxy",
  "tty",
  "use-api-socket",
]);

/** Other names of the same flag. */
export const FLAG_ALIASES: ReadonlyMap<string, string> = new Map([["net", "network"]]);
