import { access } from "node:fs/promises";
import type { Clock } from "../engine.ts";
import { fail } from "../failures.ts";
import type { CacheFiles } from "./cache-files.ts";
import type { Credentials, MicroVmConfig } from "./config.ts";
import { type FolderVerdict, probeFolders } from "./folders/probe-folders.ts";
import { type GuestKernel, guestKernel } from "./guest-kernel.ts";
import { kernelCandidates } from "./kernel-source.ts";
import { type KvmVerdict, probeKvm } from "./kvm-probe.ts";
import { QEMU } from "./qemu-args.ts";
import { rootFilesystems } from "./root-filesystem.ts";
import { runTool } from "./run-tool.ts";

/** What the engine found on this host when it opened. */
export interface Prepared {
  readonly qemuVersion: string;
  readonly guest: GuestKernel;
  readonly kvm: KvmVerdict;
  readonly folders: FolderVerdict;
  /** Whether QEMU has its user-mode network, which is left out of some builds. */
  readonly userNetwork: boolean;
}

export interface PrepareOptions {
  readonly config: MicroVmConfig;
  readonly cache: CacheFiles;
  readonly clock: Clock;
  readonly credentials: Credentials | null;
  readonly signal: AbortSignal;
  /** Told what takes long. */
  readonly report: (what: string) => void;
}

const unavailable = (reason: string, fix: string) =>
  fail({ code: "unavailable", engine: "QEMU micro-VM", reason, fix });

/** Finds or makes all that a boot needs. Rejects with `unavailable` and the fix. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { config, cache, signal, report } = options;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw unavailable("Micro-VMs need Linux on x86-64", "Use the platform's own VM isolation");
  }
  const qemuVersion = versionIn(await runTool([QEMU, "--version"], { signal }));
  await access(config.guestAgentPath).catch(() => {
    throw unavailable("The micro-VM's guest program was not built", "node scripts/build-guest.mjs");
  });
  const wanted = config.rootFilesystem;
  const installed = await rootFilesystems(process.getuid?.() === 0);
  const filesystems = installed.filter(({ type }) => wanted === undefined || type === wanted);
  if (filesystems.length === 0) {
    throw unavailable("Neither mkfs.erofs nor mke2fs is installed", "apt-get install erofs-utils");
  }
  const { kernelPath = null, allowDownload = true, guestAgentPath: agentPath } = config;
  const candidates = kernelCandidates({ cache, kernelPath, allowDownload, signal, report });
  const guest = await guestKernel(candidates, { cache, agentPath, filesystems, signal });
  const kvm = await chooseAccelerator(options);
  const folders = await probeFolders({ helper: config.folderSharePath, cache, clock: options.clock, signal });
  return { qemuVersion, guest, kvm, folders, userNetwork: await hasUserNetwork(signal) };
}

async function hasUserNetwork(signal: AbortSignal): Promise<boolean> {
  return /^user$/m.test(await runTool([QEMU, "-netdev", "help"], { signal }));
}

async function chooseAccelerator({ config, clock, credentials }: PrepareOptions): Promise<KvmVerdict> {
  if (config.accelerator === "tcg") return { usable: false, why: "KVM was switched off by a setting" };
  return probeKvm({ firmware: config.kvmProbePath, clock, credentials });
}

/** "QEMU emulator version 7.2.22 (Debian …)" → "7.2.22" */
const versionIn = (output: string): string => /version (\S+)/.exec(output)?.[1] ?? "unknown";
