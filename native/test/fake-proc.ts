import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface FakeProcess {
  readonly pid: number;
  readonly start?: string;
  readonly name?: string | Uint8Array;
  readonly cmdline?: string | Uint8Array;
  readonly cgroup?: string;
  readonly status?: string;
  readonly cpuTicks?: number;
  /** Where its arguments lie; an exec moves it. */
  readonly argStart?: number;
}

/** Fixture: a folder that looks like procfs to a reader. */
export class FakeProc implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), "isoscope-proc-"));

  constructor(processes: readonly FakeProcess[] = []) {
    writeFileSync(join(this.root, "uptime"), "100000.00 100000.00\n");
    for (const each of processes) this.put(each);
  }

  put(each: FakeProcess): void {
    const folder = join(this.root, String(each.pid));
    mkdirSync(folder, { recursive: true });
    const write = (file: string, content: string | Uint8Array) => writeFileSync(join(folder, file), content);
    write("stat", statOf(each));
    write("cmdline", each.cmdline ?? "/bin/sleep\u0000inf\u0000");
    write("cgroup", each.cgroup ?? "0::/\n");
    write("status", each.status ?? `Uid:\t7\t7\t7\t7\nNSpid:\t${each.pid}\n`);
  }

  remove(pid: number): void {
    rmSync(join(this.root, String(pid)), { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function statOf({
  pid,
  name = "sleep",
  start = "4000",
  cpuTicks = 0,
  argStart = 0,
}: FakeProcess): Uint8Array {
  const field = (number: number) =>
    ({ 4: "1", 14: String(cpuTicks), 20: "1", 22: start, 24: "10", 48: String(argStart) })[number] ?? "0";
  const rest = Array.from({ length: 52 - 3 }, (_, index) => field(index + 4)).join(" ");
  return Buffer.concat([Buffer.from(`${pid} (`), Buffer.from(name), Buffer.from(`) S ${rest}\n`)]);
}
