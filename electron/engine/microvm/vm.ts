import type { Port } from "../../contract/container.ts";
import type { ProcessIdentity } from "../../contract/process.ts";
import { settlesWithin } from "../deadline.ts";
import type { Clock, FileServerProcess } from "../engine.ts";
import { AgentClient } from "./agent-client.ts";
import { type DiskBytes, diskBytes } from "./disk-bytes.ts";
import type { GuestInfo } from "./frames.ts";
import { heartbeat } from "./heartbeat.ts";
import { publishedPorts } from "./network/published-ports.ts";
import type { QemuProcess } from "./qemu-process.ts";
import { QmpClient } from "./qmp.ts";

/** How a VM ended. `asked` when this app ended it; else `signal`, `exitCode` and QEMU's `reason` tell. */
export interface VmEnd {
  readonly asked: boolean;
  readonly signal: string | null;
  readonly exitCode: number | null;
  readonly reason: string | null;
}

/** One running machine: its QEMU process, the lines to it, and its end. */
export class Vm {
  readonly agent: AgentClient;
  readonly argv: readonly string[];
  readonly worker: ProcessIdentity;
  /** Resolves when QEMU is gone and all it sent was read. */
  readonly ended: Promise<VmEnd>;
  readonly #qemu: QemuProcess;
  readonly #qmp: QmpClient;
  readonly #clock: Clock;
  #asked = false;
  #info: GuestInfo | null = null;
  #stopBeat = () => {};

  constructor(qemu: QemuProcess, clock: Clock) {
    this.#qemu = qemu;
    this.#clock = clock;
    this.agent = new AgentClient(qemu.agent, clock);
    this.#qmp = new QmpClient(qemu.qmp, clock);
    this.argv = qemu.argv;
    this.worker = qemu.identity;
    this.ended = qemu.ended.then(({ code, signal }) => {
      this.#stopBeat();
      return { asked: this.#asked, signal, exitCode: code, reason: this.#qmp.shutdownReason };
    });
  }

  /** Last part of the guest's console and QEMU's messages. */
  get log(): string {
    return this.#qemu.log.toString().trim();
  }

  /** What the guest said of itself when it was greeted; null before. */
  get info(): GuestInfo | null {
    return this.#info;
  }

  /** Notes that the guest is up and from now on keeps in touch with it. */
  greeted(info: GuestInfo): void {
    this.#info = info;
    this.#beat();
  }

  /** What serves its folders on the host at this moment. */
  fileServers(): readonly FileServerProcess[] {
    return this.#qemu.fileServers();
  }

  /** The ports of the host that lead into it, as QEMU has opened them; none where it has no network. */
  async ports(): Promise<readonly Port[]> {
    return publishedPorts(await this.#qmp.told("info usernet"));
  }

  /** Halts the whole machine, its clock too. */
  async pause(): Promise<void> {
    await this.#qmp.execute("stop");
    this.#stopBeat();
  }

  async resume(): Promise<void> {
    await this.#qmp.execute("cont");
    this.#beat();
  }

  /** Bytes read from and written to its disks since it was started. */
  async diskBytes(): Promise<DiskBytes | null> {
    return diskBytes(await this.#qmp.query("query-blockstats"));
  }

  /** Ends QEMU at once; resolves when it is gone. */
  async kill(): Promise<VmEnd> {
    this.#asked = true;
    this.#qemu.kill();
    return this.ended;
  }

  /** Gives the guest `ms` to power itself off, then ends it. */
  async endWithin(ms: number): Promise<VmEnd> {
    if (await settlesWithin(this.#clock, ms, this.ended)) return this.ended;
    return this.kill();
  }

  #beat(): void {
    this.#stopBeat();
    this.#stopBeat = heartbeat(this.#clock, () => void this.agent.ping().catch(() => {}));
  }
}
