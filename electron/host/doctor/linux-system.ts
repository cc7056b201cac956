import { access, readdir, readFile } from "node:fs/promises";
import { arch, release } from "node:os";
import { CacheFiles } from "../../engine/microvm/cache-files.ts";
import { kernelCandidates } from "../../engine/microvm/kernel-source.ts";
import type { DoctorFacts } from "../../model/doctor/facts.ts";

/** Reads `/etc/os-release`: its own id, then those it is like. */
export function parseDistribution(text: string): readonly string[] {
  const value = (name: string) =>
    new RegExp(`^${name}=["']?([^"'\\n]*)`, "m").exec(text)?.[1]?.split(/\s+/) ?? [];
  return [...value("ID"), ...value("ID_LIKE")].filter((id) => id !== "");
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

export async function readDistribution(): Promise<DoctorFacts["distribution"]> {
  const text = await readFile("/etc/os-release", "utf8").catch(() => "");
  return { ids: parseDistribution(text), systemd: await exists("/run/systemd/system") };
}

export const readKernel = (): DoctorFacts["kernel"] => ({ release: release(), architecture: arch() });

/** @param root where control groups are mounted */
export async function readCgroups(root = "/sys/fs/cgroup"): Promise<DoctorFacts["cgroups"]> {
  const unified = await readFile(`${root}/cgroup.controllers`, "utf8").catch(() => null);
  if (unified !== null) return { version: 2, controllers: unified.trim().split(/\s+/) };
  const controllers = await readdir(root).catch(() => []);
  return { version: controllers.length > 0 ? 1 : null, controllers };
}

export const readNamespaces = (): Promise<readonly string[]> => readdir("/proc/self/ns");

/** The line "Max open files" of `/proc/self/limits`; null is unlimited. */
export function parseOpenFiles(text: string): DoctorFacts["openFiles"] {
  const [, soft, hard] = /^Max open files\s+(\S+)\s+(\S+)/m.exec(text) ?? [];
  if (soft === undefined || hard === undefined) throw new Error("/proc/self/limits names no open files.");
  const limit = (word: string) => (word === "unlimited" ? null : Number(word));
  return { soft: limit(soft), hard: limit(hard) };
}

export const readOpenFiles = async (): Promise<DoctorFacts["openFiles"]> =>
  parseOpenFiles(await readFile("/proc/self/limits", "utf8"));

/** What a VM could boot without a download. Rejects when ISOSCOPE_KERNEL names one that cannot be used. */
export async function readGuestKernels(
  cacheDir: string,
  kernelPath: string | null,
  signal: AbortSignal,
): Promise<DoctorFacts["guestKernels"]> {
  const cache = new CacheFiles(cacheDir);
  const search = { cache, kernelPath, allowDownload: false, signal, report: () => {} };
  const found = [];
  for await (const { release, image, from } of kernelCandidates(search)) found.push({ release, image, from });
  return found;
}

export const readGuestAgent = async (path: string): Promise<DoctorFacts["guestAgent"]> => ({
  path,
  built: await exists(path),
});
