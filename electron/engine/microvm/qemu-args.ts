import { type PortForward, userNetwork } from "./network/port-forwards.ts";

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
  /** Without any there is no network card. */
  readonly forwards: readonly PortForward[];
  /** Connections to the servers of shared folders. */
  readonly folders: readonly { readonly tag: string; readonly fd: number }[];
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

/** The whole command line. Only the listed devices exist. */
export function qemuArgs(spec: MachineSpec): readonly string[] {
  return [
    QEMU,
    ...["-name", `isoscope-${spec.id}`],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-vga", "none", "-no-reboot"],
    ...["-sandbox", SANDBOX],
    ...machine(spec),
    ...["-accel", spec.accelerator, "-cpu", spec.accelerator === "kvm" ? "host" : "max"],
    ...["-smp", `${spec.cpus}`],
    ...["-kernel", spec.kernel, "-initrd", spec.initramfs, "-append", KERNEL_COMMAND_LINE],
    ...["-chardev", `socket,id=console,fd=${spec.consoleFd}`, "-serial", "chardev:console"],
    ...["-device", "virtio-serial-pci", "-chardev", `socket,id=agent,fd=${spec.agentFd}`],
    ...["-device", `virtserialport,chardev=agent,nr=1,name=${AGENT_PORT}`],
    ...["-chardev", `socket,id=qmp,fd=${spec.qmpFd}`, "-mon", "chardev=qmp,mode=control"],
    ...["-drive", `if=none,id=root,format=raw,readonly=on,file.locking=off,file=${spec.disk}`],
    ...["-device", "virtio-blk-pci,drive=root"],
    ...network(spec.forwards),
    ...spec.folders.flatMap(folder),
  ];
}

/** A folder's server reads and writes the guest's memory, so that must be shareable; else it stays private. */
function machine({ memoryMiB, folders }: MachineSpec): readonly string[] {
  const size = ["-m", `${memoryMiB}`];
  if (folders.length === 0) return ["-M", "q35", ...size];
  const memory = `memory-backend-memfd,id=memory,size=${memoryMiB}M,share=on`;
  return ["-object", memory, "-M", "q35,memory-backend=memory", ...size];
}

/** Without the card's option ROM, which only a boot from the network would take. */
function network(forwards: readonly PortForward[]): readonly string[] {
  if (forwards.length === 0) return [];
  return ["-netdev", userNetwork(forwards), "-device", "virtio-net-pci,netdev=network,romfile="];
}

function folder({ tag, fd }: MachineSpec["folders"][number]): readonly string[] {
  return ["-chardev", `socket,id=${tag},fd=${fd}`, "-device", `vhost-user-fs-pci,chardev=${tag},tag=${tag}`];
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
