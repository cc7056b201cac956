import type { Properties } from "./documents/properties.ts";

/** Owner texts by whom they stand for; compared without case. Source: hcsshim, moby, WSL. The Sandbox's are unconfirmed. */
const OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^docker$/i, "docker"],
  [/^containerd-shim-runhcs-v1(?:\.exe)?$/i, "containerd"],
  [/^wsl/i, "wsl"],
  [/^(?:madrid|cmservice)$/i, "sandbox"],
  [/^isoscope$/i, "isoscope"],
];

/** Who made a system: docker, containerd, wsl, sandbox, isoscope, else the owner's own text. */
export function ownerOf({ Owner }: Pick<Properties, "Owner">): string {
  const text = Owner?.trim() ?? "";
  if (text === "") return "unknown";
  return OWNERS.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}
