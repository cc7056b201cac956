import type { RequestMeter } from "../../contract/request-meter.ts";
import type { Clock, ImageSource } from "../engine.ts";

/** A numeric user QEMU runs as when the app is root; the number needs no account. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
}

export interface MicroVmConfig {
  readonly id: string;
  /** Kernels, root disks and what is made from them. Several apps may share it. */
  readonly cacheDir: string;
  /** This user's records of running VMs, for the sweep after a crash. Shared by all apps of the user. */
  readonly runDir: string;
  /** Built by `scripts/build-guest.mjs`: the guest's PID 1, and the KVM probe's firmware. */
  readonly guestAgentPath: string;
  readonly kvmProbePath: string;
  /** Built by the same: shows a folder to a file server; see `native/share`. */
  readonly folderSharePath: string;
  /** A kernel image to use and no other (setting ISOSCOPE_KERNEL); null searches. */
  readonly kernelPath?: string | null;
  /** Whether a kernel package may be downloaded when none is found. Default true. */
  readonly allowDownload?: boolean;
  /** "tcg" skips the KVM probe. Default "auto". */
  readonly accelerator?: "auto" | "tcg";
  /** Only this kind of root disk. Default: erofs, or ext4 where mkfs.erofs or the driver is missing. */
  readonly rootFilesystem?: "erofs" | "ext4";
  /** Whom QEMU runs as when the app is root. */
  readonly credentials?: Credentials;
  /** Time a cold boot may take under TCG until the agent answers, ms. */
  readonly bootMs?: number;
  /** Time a command has between being asked to stop and being killed, ms. */
  readonly stopGraceMs?: number;
}

export interface MicroVmDeps {
  readonly imageSource: ImageSource;
  readonly clock: Clock;
  /** Told of what is asked of the machines. */
  readonly meter?: RequestMeter;
}

/** A number above all accounts and the usual subordinate ranges: shared with no other service, unlike `nobody`. */
export const QEMU_CREDENTIALS: Credentials = { uid: 2_000_049, gid: 2_000_049 };

export const BOOT_MS = 90_000;
export const STOP_GRACE_MS = 10_000;
