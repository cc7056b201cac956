import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ProcessIdentity } from "../../contract/process.ts";
import { identify, isAlive } from "./process-identity.ts";

const VmRecord = z.object({ process: ProcessIdentity, owner: ProcessIdentity });
type VmRecord = z.output<typeof VmRecord>;

/**
 * Which QEMU and file server processes belong to which app, one small file each in this user's run folder. They die with
 * their app by themselves; this is for what slipped through. Synchronous, so that no process exists without its record.
 */
export class VmRecords {
  readonly #folder: string;

  constructor(runDir: string) {
    this.#folder = join(runDir, "vms");
  }

  /** Notes a process of this app. */
  add(id: string, started: ProcessIdentity): void {
    const owner = identify(process.pid);
    if (!owner) return;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.#path(id), JSON.stringify({ process: started, owner }), { mode: 0o600 });
  }

  remove(id: string): void {
    rmSync(this.#path(id), { force: true });
  }

  /** Kills what apps that are gone have left running, and forgets it. Returns how many were killed. */
  sweep(): number {
    const names = this.#names();
    return names.filter((name) => this.#sweepOne(join(this.#folder, name))).length;
  }

  #sweepOne(path: string): boolean {
    const record = read(path);
    if (record && isAlive(record.owner)) return false;
    const left = record !== null && isAlive(record.process);
    if (left) killQuietly(record.process.pid);
    rmSync(path, { force: true });
    return left;
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.#folder).filter((name) => name.endsWith(".json"));
    } catch {
      return [];
    }
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}

function read(path: string): VmRecord | null {
  try {
    return VmRecord.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? null;
  } catch {
    return null;
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended between the look and the kill.
  }
}
