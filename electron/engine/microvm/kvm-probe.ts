import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import type { Clock } from "../engine.ts";
import { dieWithParent } from "../parent-death.ts";
import type { Credentials } from "./config.ts";
import { inherited, openForChild } from "./open-files.ts";
import { kvmProbeArgs } from "./qemu-args.ts";

export type KvmVerdict = { readonly usable: true } | { readonly usable: false; readonly why: string };

export interface KvmProbe {
  readonly firmware: string;
  readonly clock: Clock;
  readonly credentials: Credentials | null;
  readonly device?: string;
}

const PASSED = 67;
/** A healthy KVM needs well under 0.3 s; one that emulates instructions must not pass by patience. */
const DEADLINE_MS = 1000;
const FIRMWARE_FD = 3;

/** Tries KVM with 64-bit code in a throw-away machine, as the user QEMU will run as. Never rejects. */
export async function probeKvm(probe: KvmProbe): Promise<KvmVerdict> {
  const device = probe.device ?? "/dev/kvm";
  const readable = await access(device, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!readable) return { usable: false, why: `${device} is missing or not accessible` };
  return runProbe(probe);
}

function runProbe({ firmware, clock, credentials }: KvmProbe): Promise<KvmVerdict> {
  return new Promise((resolve) => {
    const refuse = (why: string) => resolve({ usable: false, why });
    const files = openForChild([firmware]);
    const argv = dieWithParent("KILL", kvmProbeArgs(inherited(FIRMWARE_FD)), credentials ?? undefined);
    const child = spawn(argv[0] ?? "", argv.slice(1), { stdio: ["ignore", "ignore", "pipe", files.fds[0]] });
    files.close();
    let errors = "";
    let late = false;
    child.stderr?.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString("utf8")).slice(0, 500);
    });
    const cancel = clock.after(DEADLINE_MS, () => {
      late = true;
      child.kill("SIGKILL");
    });
    child.on("error", (error) => refuse(error.message));
    child.on("close", (code, signal) => {
      cancel();
      if (late) refuse(`the long-mode probe did not finish within ${DEADLINE_MS} ms`);
      else if (code === PASSED) resolve({ usable: true });
      else refuse(`the long-mode probe ended with ${signal ?? `status ${code}`}${firstLine(errors)}`);
    });
  });
}

const firstLine = (text: string): string => {
  const line = text.trim().split("\n")[0] ?? "";
  return line === "" ? "" : `: ${line}`;
};
