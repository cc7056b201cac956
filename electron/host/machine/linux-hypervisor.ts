import type { Machine } from "../../contract/contract.ts";
import type { KvmDeviceFact, ProcessorFact } from "../../model/doctor/facts.ts";

/**
 * What `/dev/kvm` and the processor tell of KVM. Never `true`: some hosts have the device and cannot run a VM by it, which
 * only the micro-VM engine's trial shows.
 */
export function kvmByFacts(device: KvmDeviceFact, processor: ProcessorFact): Machine["hypervisor"] {
  if (device.permitted) return { usable: null, why: "/dev/kvm may be used; nobody has tried it yet." };
  if (device.present) return { usable: false, why: `QEMU may not use /dev/kvm (${device.listing}).` };
  if (processor.virtualisation !== null) {
    const name = processor.virtualisation === "svm" ? "kvm_amd" : "kvm_intel";
    return { usable: false, why: `There is no /dev/kvm: the module ${name} is not loaded.` };
  }
  const where = processor.virtualMachine ? "the host around this VM" : "the firmware";
  return { usable: false, why: `There is no /dev/kvm, and ${where} offers no virtualization.` };
}
