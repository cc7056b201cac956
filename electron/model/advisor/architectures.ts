import type { Asked } from "./decision-row.ts";

/** Whether both are known and not the same. One that is not known counts as the host's own. */
export function architecturesDiffer({ host, image }: Asked): boolean {
  return (
    host.architecture !== null && image.architecture !== null && host.architecture !== image.architecture
  );
}

/** Windows on arm64 emulates amd64 programs; nobody says whether it does so in containers. */
export const mayBeEmulated = ({ host, image }: Asked): boolean =>
  host.architecture === "arm64" && image.architecture === "amd64";

/** Whether a Linux host runs the image's programs by emulation. An amd64 kernel runs 386 itself. Null is not known. */
export function emulated({ host, image }: Asked): boolean | null {
  if (host.architecture === "amd64" && image.architecture === "386") return true;
  return host.emulates?.includes(image.architecture ?? "") ?? null;
}
