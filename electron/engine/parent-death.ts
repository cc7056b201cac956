/**
 * Wraps a command so that the kernel sends it `signal` the moment this process dies, however it dies (Linux
 * parent-death signal, set by util-linux `setpriv`). The signal follows the thread that forked: spawn from the main
 * thread only. A set-id exec clears it, so credentials are changed by the same setpriv, before; of root's capabilities
 * those in `keeps` (`net_bind_service`) outlive that.
 */
export function dieWithParent(
  signal: "KILL" | "TERM",
  argv: readonly string[],
  credentials?: { readonly uid: number; readonly gid: number; readonly keeps?: readonly string[] },
): readonly string[] {
  const identity = credentials ? becoming(credentials.uid, credentials.gid, credentials.keeps ?? []) : [];
  return ["setpriv", ...identity, `--pdeathsig=${signal}`, "--", ...argv];
}

function becoming(uid: number, gid: number, keeps: readonly string[]): readonly string[] {
  const kept = keeps.map((name) => `+${name}`).join(",");
  const capabilities = kept === "" ? [] : [`--inh-caps=${kept}`, `--ambient-caps=${kept}`];
  return [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--no-new-privs", ...capabilities];
}
