import { realpath, stat } from "node:fs/promises";
import type { LaunchHole } from "../../../contract/hole.ts";
import { fail } from "../../failures.ts";
import type { SharedFolder } from "./file-server.ts";

/** Each takes a PCI slot of the machine, of which there are 32. */
const MOST = 16;
/** The kernel's own places in a container; what is mounted there hides them or is hidden. */
const RESERVED = /^\/(?:proc|sys|dev)(?:\/|$)/;

type Folder = Extract<LaunchHole, { kind: "folder" }>;

/** The folders among the holes of a launch, looked at on the host; outer ones first. Rejects with `invalid`. */
export async function sharedFolders(holes: readonly LaunchHole[]): Promise<readonly SharedFolder[]> {
  const shared = await Promise.all(
    holes.map(async (hole, index) => (hole.kind === "folder" ? [await sharedFolder(hole, index)] : [])),
  );
  const folders = shared.flat().sort((a, b) => depth(a.target) - depth(b.target));
  if (folders.length <= MOST) return folders.map((folder, index) => ({ ...folder, tag: `folder${index}` }));
  throw fail({ code: "invalid", field: "holes", message: `A micro-VM takes at most ${MOST} folders` });
}

const depth = (path: string): number => path.split("/").filter(Boolean).length;

async function sharedFolder({ source, target, readOnly }: Folder, index: number) {
  const refuse = (part: "source" | "target", message: string) =>
    fail({ code: "invalid", field: `holes.${index}.${part}`, message });
  if (!target.startsWith("/")) throw refuse("target", `${target} is no path in a Linux container`);
  if (depth(target) === 0) throw refuse("target", "The container's root cannot be replaced by a folder");
  if (RESERVED.test(target)) throw refuse("target", `${target} belongs to the container's own kernel`);
  const real = await realpath(source).catch(() => null);
  if (real === null) throw refuse("source", `${source} does not exist on this host: make the folder first`);
  if (!(await stat(real)).isDirectory())
    throw refuse("source", `${source} is not a folder; micro-VMs share folders only`);
  if (real === "/")
    throw refuse("source", "The whole file system of the host cannot be shared with a micro-VM");
  return { tag: "", source: real, target, readOnly };
}
