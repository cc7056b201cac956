import { summarise, toIsoscopeError } from "../../../contract/errors.ts";
import { abortable } from "../../abortable.ts";
import { withDeadline } from "../../deadline.ts";
import type { Clock } from "../../engine.ts";
import type { CacheFiles } from "../cache-files.ts";
import { QEMU } from "../qemu-args.ts";
import { runTool } from "../run-tool.ts";
import { type FileServer, findFileServer } from "./file-server.ts";
import { serveFolder } from "./folder-server.ts";
import { answersVhostUser } from "./vhost-greeting.ts";

export type FolderVerdict =
  | { readonly can: true; readonly server: FileServer }
  | { readonly can: false; readonly reason: string };

export interface FolderProbe {
  readonly helper: string;
  readonly cache: CacheFiles;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const INSTALL = "apt-get install virtiofsd (on Debian 12: qemu-system-common)";
const DEADLINE_MS = 5000;
const DEVICE = "vhost-user-fs-pci";

const no = (reason: string): FolderVerdict => ({ can: false, reason });

/**
 * Whether a folder of this host can be shared with a machine, found out by sharing an empty one as a launch would: that
 * takes virtiofsd, namespaces this user may make, and a QEMU with the device. Rejects only when aborted.
 */
export async function probeFolders(probe: FolderProbe): Promise<FolderVerdict> {
  try {
    const server = await findFileServer(probe.signal);
    if (!server) return no(`virtiofsd, which shares folders with a VM, is not installed. ${INSTALL}`);
    const devices = await runTool([QEMU, "-device", `${DEVICE},help`], { signal: probe.signal });
    if (!devices.includes(`${DEVICE} options`)) return no(`This QEMU was built without ${DEVICE}`);
    const answered = await tryInTime(server, probe);
    return answered ? { can: true, server } : no(`${server.program} cannot lock itself into a folder here`);
  } catch (error) {
    probe.signal.throwIfAborted();
    return no(`Sharing a folder was tried and failed: ${summarise(toIsoscopeError(error))}`);
  }
}

async function tryInTime(server: FileServer, probe: FolderProbe): Promise<boolean> {
  const enough = new AbortController();
  const signal = AbortSignal.any([probe.signal, enough.signal]);
  try {
    const work = tryOne(server, { ...probe, signal });
    return await withDeadline(probe.clock, DEADLINE_MS, "sharing a folder", work);
  } finally {
    enough.abort();
  }
}

function tryOne(server: FileServer, { helper, cache, signal }: FolderProbe): Promise<boolean> {
  return cache.withTemporary(async (source) => {
    const running = await serveFolder({ source, readOnly: true }, { server, helper, cache }, signal);
    try {
      return await abortable(signal, "sharing a folder", answersVhostUser(running.socket));
    } finally {
      running.kill();
      await running.ended;
    }
  });
}
