import { constants } from "node:fs";
import { access, readFile, stat } from "node:fs/promises";
import type { Clock } from "../../engine/engine.ts";
import { probeKvm } from "../../engine/microvm/kvm-probe.ts";
import { qemuCredentials } from "../../engine/microvm/readiness.ts";
import type { DoctorFacts, KvmDeviceFact } from "../../model/doctor/facts.ts";
import { parseGroups } from "./linux-person.ts";

const ABSENT: KvmDeviceFact = { present: false, permitted: false, listing: null, group: null };

export async function readKvmDevice(device = "/dev/kvm"): Promise<KvmDeviceFact> {
  const entry = await stat(device).catch(() => null);
  if (!entry) return ABSENT;
  const byGroup = entry.gid !== 0 && (entry.mode & 0o060) === 0o060;
  const byAnyone = (entry.mode & 0o006) === 0o006;
  // As root QEMU runs as somebody else, who is given the device's group and nothing more.
  const permitted = process.getuid?.() === 0 ? byGroup || byAnyone : await mayOpen(device);
  const group = byGroup ? await groupName(entry.gid) : null;
  const mode = (entry.mode & 0o777).toString(8);
  return { present: true, permitted, group, listing: `mode ${mode}, user ${entry.uid}, group ${entry.gid}` };
}

const mayOpen = (device: string): Promise<boolean> =>
  access(device, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );

async function groupName(gid: number): Promise<string | null> {
  const text = await readFile("/etc/group", "utf8").catch(() => "");
  return parseGroups(text).find((entry) => entry.gid === gid)?.name ?? null;
}

/** As whom QEMU would run: what root may do says nothing about it. */
export async function tryKvm(firmware: string, clock: Clock): Promise<DoctorFacts["kvmProbe"]> {
  const verdict = await probeKvm({ firmware, clock, credentials: qemuCredentials({}) });
  return verdict.usable ? { usable: true, why: "" } : verdict;
}
