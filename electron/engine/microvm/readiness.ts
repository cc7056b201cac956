import { statSync } from "node:fs";
import type { EngineStatus } from "../../contract/engine.ts";
import { summarise, toIsoscopeError } from "../../contract/errors.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import type { Clock } from "../engine.ts";
import { StatusHolder } from "../status-holder.ts";
import type { Boot } from "./boot.ts";
import type { CacheFiles } from "./cache-files.ts";
import { type HostHoles, microVmCapabilities } from "./capabilities.ts";
import { ColdBoot, type ColdBootOptions } from "./cold-boot.ts";
import { BOOT_MS, type Credentials, type MicroVmConfig, QEMU_CREDENTIALS } from "./config.ts";
import { FallbackBoot } from "./fallback-boot.ts";
import type { KvmVerdict } from "./kvm-probe.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { QEMU } from "./qemu-args.ts";
import type { RootFilesystem } from "./root-filesystem.ts";

/** What a launch needs once the host was looked at. */
export interface Machinery {
  readonly boot: Boot;
  readonly filesystem: RootFilesystem;
}

export interface ReadinessOptions {
  readonly config: MicroVmConfig;
  readonly cache: CacheFiles;
  readonly clock: Clock;
  readonly track: ColdBootOptions["track"];
  readonly signal: AbortSignal;
}

const hypervisorOf = (kvm: KvmVerdict) =>
  kvm.usable
    ? { usable: true, why: "A trial machine ran on KVM." }
    : { usable: false, why: `A trial machine did not run on KVM: ${kvm.why}.` };

const TITLE = "QEMU micro-VM";
const LIFETIME = "Containers end with the app: QEMU is killed the moment Isoscope exits, however it exits";
/** A KVM that has passed the probe needs well under a second; what takes longer does not work. */
const KVM_BOOT_MS = 8000;

/** As root QEMU runs as nobody who is anybody; KVM's group is given along where the device wants it. */
export function qemuCredentials(
  config: Pick<MicroVmConfig, "credentials">,
  uid = process.getuid?.(),
  device = "/dev/kvm",
): Credentials | null {
  if (uid !== 0) return null;
  const chosen = config.credentials ?? QEMU_CREDENTIALS;
  const kvm = statSync(device, { throwIfNoEntry: false });
  const byGroup = kvm && kvm.gid !== 0 && (kvm.mode & 0o060) === 0o060;
  return byGroup ? { ...chosen, gid: kvm.gid } : chosen;
}

/** Looks at the host at once and again on request, and shows in the status what it found. */
export class Readiness {
  readonly #options: ReadinessOptions;
  readonly #status: StatusHolder;
  readonly #credentials: Credentials | null;
  #machinery: Promise<Machinery>;

  constructor(options: ReadinessOptions) {
    this.#options = options;
    this.#credentials = qemuCredentials(options.config);
    this.#status = new StatusHolder(firstStatus(options.config.id, options.clock.now()));
    this.#machinery = this.#look();
  }

  get status(): EngineStatus {
    return this.#status.current;
  }

  onStatus(listener: (status: EngineStatus) => void): Unsubscribe {
    return this.#status.listen(listener);
  }

  /** Resolves when the host was looked at; rejects with `unavailable` when something is missing. */
  machinery(): Promise<Machinery> {
    return this.#machinery;
  }

  /** Looks again when the last look failed. Never rejects. */
  async retry(): Promise<void> {
    if (this.status.state === "failed") {
      this.#change({ state: "connecting", error: null });
      this.#machinery = this.#look();
    }
    await this.#machinery.catch(() => {});
  }

  stopped(): void {
    const capabilities = microVmCapabilities({ can: false, reason: "The engine was closed" });
    this.#change({ state: "stopped", capabilities });
  }

  #look(): Promise<Machinery> {
    const { config, cache, clock, signal } = this.#options;
    const report = (what: string) => this.#status.update({ notes: [what, LIFETIME] });
    const look = prepare({ config, cache, clock, credentials: this.#credentials, signal, report });
    const machinery = look.then((prepared) => this.#found(prepared));
    machinery.catch((error: unknown) => this.#missing(error));
    return machinery;
  }

  #found(prepared: Prepared): Machinery {
    const { guest, qemuVersion, kvm } = prepared;
    this.#change({
      state: "live",
      lastSeen: this.#options.clock.now(),
      version: qemuVersion,
      notes: this.#notes(prepared),
      hypervisor: hypervisorOf(kvm),
      capabilities: microVmCapabilities({ can: true }, hostHoles(prepared)),
    });
    const tcg = this.#boot(prepared, "tcg");
    const onRejected = (why: string) => {
      const rejected = { ...prepared, kvm: { usable: false, why } } as const;
      this.#status.update({ notes: this.#notes(rejected), hypervisor: hypervisorOf(rejected.kvm) });
    };
    const boot = kvm.usable ? new FallbackBoot(this.#boot(prepared, "kvm"), tcg, onRejected) : tcg;
    return { boot, filesystem: guest.filesystem };
  }

  #missing(thrown: unknown): void {
    if (this.#options.signal.aborted) return;
    const error = toIsoscopeError(thrown);
    const capabilities = microVmCapabilities({ can: false, reason: summarise(error) });
    this.#change({ state: "failed", error, notes: [LIFETIME], capabilities });
  }

  #boot({ guest, folders }: Prepared, accelerator: "kvm" | "tcg"): Boot {
    const { clock, track, config, cache } = this.#options;
    const deadlineMs = accelerator === "kvm" ? KVM_BOOT_MS : (config.bootMs ?? BOOT_MS);
    const { kernel, initramfs } = guest;
    const helper = config.folderSharePath;
    return new ColdBoot({
      kernel,
      initramfs,
      folderServers: folders.can ? { server: folders.server, helper, cache } : null,
      accelerator,
      credentials: this.#credentials,
      deadlineMs,
      clock,
      track,
    });
  }

  #notes({ guest, kvm, folders }: Prepared): string[] {
    const user = this.#credentials ? [`QEMU runs as user ${this.#credentials.uid}, sandboxed`] : [];
    return [
      kvm.usable ? "KVM: passed the long-mode probe" : `TCG (emulation): KVM did not pass: ${kvm.why}`,
      LIFETIME,
      `Guest kernel ${guest.release}, ${guest.from}${guest.pvh ? "" : ", without PVH entry"}`,
      `Root disks are ${guest.filesystem.type}`,
      ...folderNotes(folders),
      ...user,
    ];
  }

  #change(patch: Partial<EngineStatus>): void {
    if (this.status.state === "stopped") return;
    this.#status.update({ ...patch, since: this.#options.clock.now() });
  }
}

/** Without root a file server may only act as the user it was started by. */
function folderNotes(folders: Prepared["folders"]): string[] {
  if (!folders.can) return [];
  const shared = `Folders are shared by virtiofsd ${folders.server.version}`;
  if (process.getuid?.() === 0) return [shared];
  return [`${shared}: what root makes in them is yours, and other users of a container cannot write there`];
}

/** What the host and the guest's kernel together allow. */
function hostHoles({ guest, folders, userNetwork }: Prepared): HostHoles {
  const no = (reason: string) => ({ can: false, reason }) as const;
  const lacks = (driver: string) => no(`The guest kernel ${guest.release} has no ${driver}`);
  const folder = folders.can ? ({ can: true } as const) : no(folders.reason);
  const port = userNetwork
    ? ({ can: true } as const)
    : no("This QEMU was built without its user-mode network");
  return {
    folder: guest.lacks.includes("folders") ? lacks("virtiofs") : folder,
    port: guest.lacks.includes("network") ? lacks("virtio_net") : port,
  };
}

const firstStatus = (id: string, now: number): EngineStatus => ({
  id,
  title: TITLE,
  state: "connecting",
  since: now,
  lastSeen: null,
  error: null,
  retryAt: null,
  endpoint: QEMU,
  version: null,
  managed: true,
  notes: [LIFETIME],
  capabilities: microVmCapabilities({ can: false, reason: "The host is being looked at" }),
});
