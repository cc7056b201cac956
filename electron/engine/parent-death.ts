/**
 * Wraps a command so that the kernel sends it `signal` the moment this process dies, however it dies (Linux
 * parent-death signal, set by util-linux `setpriv`). The signal follows the thread that forked: spawn from the main
 * thread only. A set-id exec clears it, so credentials are changed by the same setpriv, before.
 */
export function dieWithParent(
  signal: "KILL" | "TERM",
  argv: readonly string[],
  credentials?: { readonly uid: number; readonly gid: number },
): readonly string[] {
  const identity = credentials
    ? [`--reuid=${credentials.uid}`, `--regid=${credentials.gid}`, "--clear-groups", "--no-new-privs"]
    : [];
  return ["setpriv", ...identity, `--pdeathsig=${signal}`, "--", ...argv];
}
