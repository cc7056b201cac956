import { type Check, check, notApplicable, ok, unknown, warning } from "./check.ts";
import type { KvmDeviceFact, Person, ProcessorFact } from "./facts.ts";
import { link, manual, rootCommand } from "./fixes.ts";

const COMMON = { category: "isolation", engines: ["microvm"] } as const;
const EMULATED = "Micro-VMs run all the same, by emulation, several times slower.";
const NESTING = "https://docs.kernel.org/virt/kvm/x86/running-nested-guests.html";

const moduleOf = ({ virtualisation }: ProcessorFact) => (virtualisation === "svm" ? "kvm_amd" : "kvm_intel");

const device = check({
  ...COMMON,
  id: "kvm.device",
  title: "KVM device",
  why: "KVM runs a VM on the processor itself. Without it QEMU emulates one.",
  needs: ["kvmDevice", "processor", "person"],
  decide: ({ kvmDevice, processor, person }) => {
    const evidence = [
      { name: "/dev/kvm", value: kvmDevice.listing ?? "absent" },
      { name: "Processor", value: processor.virtualisation ?? "neither vmx nor svm" },
      { name: "Module", value: processor.kvmModule ?? "not loaded" },
    ];
    if (kvmDevice.permitted) return ok("QEMU may use /dev/kvm.", evidence);
    if (processor.virtualisation === null) {
      const found = `The processor offers no virtualisation here. ${EMULATED}`;
      return warning(found, evidence, { fixes: [offer(processor)] });
    }
    if (kvmDevice.present) {
      const found = `${person.elevated ? "QEMU, which runs without root's rights," : person.name} may not use /dev/kvm. ${EMULATED}`;
      return warning(found, evidence, { fixes: [mayUse(kvmDevice, person)] });
    }
    const found = `There is no /dev/kvm: the module ${moduleOf(processor)} is not loaded. ${EMULATED}`;
    return warning(found, evidence, { fixes: [loadModule(processor, person)] });
  },
});

const loadModule = (processor: ProcessorFact, person: Person) => {
  const name = moduleOf(processor);
  return rootCommand(person, {
    ...{ id: "load-kvm", title: `Load ${name}` },
    argv: ["modprobe", name],
    changes: `Loads the kernel module ${name} until the next boot.`,
  });
};

function mayUse({ group }: KvmDeviceFact, person: Person) {
  if (group === null) {
    return manual("kvm-rights", "Give a group the device", [
      "Let a group use the device, then add this user to it. A udev rule keeps that over a boot.",
      "sudo chgrp kvm /dev/kvm && sudo chmod 660 /dev/kvm",
    ]);
  }
  return rootCommand(person, {
    ...{ id: "join-kvm", title: `Add ${person.name} to the group ${group}` },
    argv: ["usermod", "-aG", group, person.name],
    changes: `${person.name} may run VMs with KVM.`,
    after: "Sign out and in again, then start Isoscope.",
  });
}

const offer = ({ virtualMachine }: ProcessorFact) =>
  virtualMachine
    ? outerHost()
    : manual("firmware", "Switch virtualisation on", [
        "Switch VT-x, or SVM on AMD, on in the firmware's settings and start the host again.",
      ]);

const probe = check({
  ...COMMON,
  id: "kvm.probe",
  title: "KVM at work",
  why: "Some hosts have /dev/kvm and yet cannot run a VM by it. Isoscope tries with a tiny machine before it trusts one.",
  needs: ["kvmDevice"],
  uses: ["kvmProbe", "processor"],
  decide: ({ kvmDevice }, { kvmProbe, processor }) => {
    if (!kvmDevice.permitted) return notApplicable("There is no KVM that QEMU may try.");
    if (!kvmProbe) return unknown("The trial machine could not be started.");
    const evidence = [{ name: "Probe", value: kvmProbe.usable ? "passed" : kvmProbe.why }];
    if (kvmProbe.usable) return ok("The trial machine ran.", evidence);
    const found = `It does not: ${kvmProbe.why}. ${EMULATED}`;
    const inVm = processor?.virtualMachine ?? false;
    return warning(found, evidence, { fixes: [inVm ? outerHost() : readMessages()] });
  },
});

const outerHost = () => link("nested", "How the outer host lets its VMs run VMs", NESTING);

const readMessages = () =>
  manual("read-messages", "Read what the kernel says", [
    "The kernel's own messages name the reason.",
    "sudo dmesg | grep -i kvm",
  ]);

const nested = check({
  ...COMMON,
  id: "kvm.nested",
  title: "Nested virtualisation",
  why: "When this host is itself a VM, the host around it has to let its VMs run VMs.",
  needs: ["processor"],
  decide: ({ processor }) => {
    const evidence = [
      { name: "Host is a VM", value: processor.virtualMachine ? "yes" : "no" },
      { name: "Processor", value: processor.virtualisation ?? "neither vmx nor svm" },
      { name: "Parameter nested", value: processor.nested ?? "not told" },
    ];
    if (!processor.virtualMachine) return notApplicable("This host is not a VM.", evidence);
    if (processor.virtualisation !== null)
      return ok("This host is a VM, and the host around it lets it run VMs.", evidence);
    return warning(
      `This host is a VM, and the host around it offers no virtualisation. ${EMULATED}`,
      evidence,
      {
        fixes: [outerHost()],
      },
    );
  },
});

export const kvmChecks: readonly Check[] = [device, probe, nested];
