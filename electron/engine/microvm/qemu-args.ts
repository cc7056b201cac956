export type Accelerator = "kvm" | "tcg";

/** A micro-VM as QEMU is to build it. Files are given as paths QEMU may open, sockets as inherited descriptors. */
export interface MachineSpec {
  readonly id: string;
  readonly accelerator: Accelerator;
  readonly memoryMiB: number;
  readonly cpus: number;
  readonly kernel: string;
  readonly initramfs: string;
  readonly disk: string;
  /** The guest agent's line, QEMU's own control (QMP), and the guest's console log. */
  readonly agentFd: number;
  readonly qmpFd: number;
  readonly consoleFd: number;
}

export const QEMU = "qemu-system-x86_64";

/** The name the guest agent looks for among its virtio ports. */
const AGENT_PORT = "isoscope";

/**
 * Written by no user and read by no shell: nothing a caller may choose gets in here. `no_timer_check`: on a busy host
 * the emulated timer's first ticks come too late for that check, and the kernel panics ("IO-APIC + timer doesn't work").
 */
const KERNEL_COMMAND_LINE = "console=ttyS0 quiet panic=-1 nokaslr no_timer_check cryptomgr.notests";

const SANDBOX = "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny";

/** The whole command line. Only the listed devices exist; there is no network card. */
export function qemuArgs(spec: MachineSpec): readonly string[] {
  return [
    QEMU,
    ...["-name", `isoscope-${spec.id}`],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-vga", "none", "-no-reboot"],
    ...["-sandbox", SANDBOX],
    ...["-M", "q35", "-accel", spec.accelerator, "-cpu", spec.accelerator === "kvm" ? "host" : "max"],
    ...["-m", `${spec.memoryMiB}`, "-smp", `${spec.cpus}`],
    ...["-kernel", spec.kernel, "-initrd", spec.initramfs, "-append", KERNEL_COMMAND_LINE],
    ...["-chardev", `socket,id=console,fd=${spec.consoleFd}`, "-serial", "chardev:console"],
    ...["-device", "virtio-serial-pci", "-chardev", `socket,id=agent,fd=${spec.agentFd}`],
    ...["-device", `virtserialport,chardev=agent,nr=1,name=${AGENT_PORT}`],
    ...["-chardev", `socket,id=qmp,fd=${spec.qmpFd}`, "-mon", "chardev=qmp,mode=control"],
    ...["-drive", `if=none,id=root,format=raw,readonly=on,file.locking=off,file=${spec.disk}`],
    ...["-device", "virtio-blk-pci,drive=root"],
  ];
}

/** Runs the probe firmware; see `native/guest/kvm-probe.S`. */
export function kvmProbeArgs(firmware: string): readonly string[] {
  return [
    QEMU,
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-serial", "null"],
    ...["-M", "pc", "-accel", "kvm", "-cpu", "host", "-m", "2"],
    ...["-bios", firmware, "-device", "isa-debug-exit,iobase=0xf4,iosize=1"],
  ];
}
