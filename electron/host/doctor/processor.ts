import { access, readFile } from "node:fs/promises";
import type { ProcessorFact } from "../../model/doctor/facts.ts";

type Flags = Pick<ProcessorFact, "virtualisation" | "virtualMachine">;

/** Reads the flags of the first processor of `/proc/cpuinfo`. */
export function parseCpuFlags(text: string): Flags {
  const line = /^flags\s*:(.*)$/m.exec(text)?.[1] ?? "";
  const flags = new Set(line.trim().split(/\s+/));
  return {
    virtualisation: flags.has("vmx") ? "vmx" : flags.has("svm") ? "svm" : null,
    virtualMachine: flags.has("hypervisor"),
  };
}

/** @param root the system's, "/" but for tests */
export async function readProcessor(root = ""): Promise<ProcessorFact> {
  const flags = parseCpuFlags(await readFile(`${root}/proc/cpuinfo`, "utf8"));
  const kvmModule = await loadedModule(root);
  const parameter = kvmModule && `${root}/sys/module/${kvmModule}/parameters/nested`;
  const nested = parameter ? await readFile(parameter, "utf8").catch(() => null) : null;
  return { ...flags, kvmModule, nested: nested?.trim() ?? null };
}

/** The folder of one that is built into the kernel is there, too. */
async function loadedModule(root: string): Promise<ProcessorFact["kvmModule"]> {
  for (const name of ["kvm_intel", "kvm_amd"] as const) {
    const loaded = await access(`${root}/sys/module/${name}`).then(
      () => true,
      () => false,
    );
    if (loaded) return name;
  }
  return null;
}
