import type { RuntimeEntry } from "./parse.ts";

/** What an OCI runtime puts between container and host kernel. */
export type RuntimeKind =
  | { readonly kind: "shared" }
  | { readonly kind: "vm" }
  | { readonly kind: "unknown"; readonly why: string };

const VM_TYPE = /^io\.containerd\.(kata|krun)\b/;
const VM_PROGRAM = /(^|\/)(kata-runtime|containerd-shim-kata-v2|krun)$/;
const SHARED_TYPE = /^io\.containerd\.(runc\.v[12]|runtime\.v1\.linux)$/;
const SHARED_PROGRAM = /(^|\/)(runc|crun|youki|nvidia-container-runtime)$/;
const USER_KERNEL = /(^|\/|\.)runsc(\.v1)?$/;

/**
 * Judges a runtime by its type or program, never by a name that anybody may give: a script called "kata" is unknown.
 * An entry without a program (a shim used by its type) is judged by that type.
 */
export function runtimeKind(name: string, entry: RuntimeEntry | undefined): RuntimeKind {
  const type = entry?.runtimeType || (name.startsWith("io.containerd.") ? name : "");
  const program = entry?.path || (type === "" ? name : "");
  if (USER_KERNEL.test(type) || USER_KERNEL.test(program)) {
    return {
      kind: "unknown",
      why: `${name} (gVisor) is a kernel in user space: neither the host's kernel nor a VM`,
    };
  }
  if (VM_TYPE.test(type) || VM_PROGRAM.test(program)) return { kind: "vm" };
  if (SHARED_TYPE.test(type) || SHARED_PROGRAM.test(program)) return { kind: "shared" };
  const known = program === "" ? "" : ` (${program})`;
  return { kind: "unknown", why: `the OCI runtime ${name}${known} is not one Isoscope knows` };
}
