import { architecturesDiffer, emulated } from "./architectures.ts";
import { type Asked, BOTH, type DecisionRow } from "./decision-row.ts";
import { SOURCES } from "./sources.ts";

const PROCESS = { on: ["linux"], applies: ["process"] } as const;
const HYPERV = { on: ["linux"], applies: ["hyperv"] } as const;

/** Rows of a Linux host: shared kernel by a container engine, own kernel by a micro-VM. */
export const LINUX_ROWS: readonly DecisionRow[] = [
  {
    id: "windows-image-on-linux",
    on: ["linux"],
    applies: BOTH,
    when: ({ image }) => image.os === "windows" || image.build !== null,
    verdict: "fails",
    says: () => "This is a Windows image. It needs a Windows kernel, which neither mode of a Linux host has.",
    sources: [SOURCES.requirements],
    remedies: () => [{ kind: "other", label: "Use a Linux image, or a Windows host." }],
  },
  {
    ...PROCESS,
    id: "no-container-engine",
    when: ({ host }) => host.launch.process.usable === false,
    verdict: "fails",
    says: ({ host }) => `No engine runs it on the shared kernel. ${host.launch.process.why}`,
    sources: [SOURCES.runtimes],
    remedies: () => [{ kind: "other", label: "Start Docker or Podman." }],
  },
  {
    ...PROCESS,
    id: "container-engine-unknown",
    when: ({ host }) => host.launch.process.usable === null,
    verdict: "unknown",
    says: ({ host }) =>
      `Whether an engine runs it on the shared kernel is not known yet. ${host.launch.process.why}`,
    sources: [SOURCES.runtimes],
  },
  {
    ...PROCESS,
    id: "emulated-architecture",
    when: (asked) => architecturesDiffer(asked) && emulated(asked) === true,
    verdict: "runs",
    says: ({ host, image }) =>
      `The image is built for ${image.architecture}, the host is ${host.architecture}. Emulation is set up for it: it runs, several times slower.`,
    sources: [SOURCES.multiPlatform],
  },
  {
    ...PROCESS,
    id: "emulation-unknown",
    when: (asked) => architecturesDiffer(asked) && emulated(asked) === null,
    verdict: "unknown",
    says: ({ host, image }) =>
      `The image is built for ${image.architecture}, the host is ${host.architecture}. Whether emulation is set up for it is not known.`,
    sources: [SOURCES.multiPlatform],
    remedies: emulation,
  },
  {
    ...PROCESS,
    id: "shared-kernel-architecture-differs",
    when: architecturesDiffer,
    verdict: "fails",
    says: ({ host, image }) =>
      `The image is built for ${image.architecture}, the host is ${host.architecture}, and no emulation is set up: its command fails with "exec format error".`,
    sources: [SOURCES.multiPlatform],
    remedies: emulation,
  },
  {
    ...PROCESS,
    id: "shared-kernel",
    verdict: "runs",
    says: () =>
      "It runs on the host's kernel. Linux keeps its system calls stable, so the image's age does not matter.",
    sources: [SOURCES.kernelAbi],
  },
  {
    ...HYPERV,
    id: "no-vm-engine",
    when: ({ host }) => host.launch.hyperv.usable === false,
    verdict: "fails",
    says: ({ host }) => `No engine runs it in a micro-VM. ${host.launch.hyperv.why}`,
    sources: [SOURCES.runtimes, SOURCES.qemu],
    remedies: () => [
      { kind: "other", label: "Install QEMU, or a VM runtime for Docker such as Kata Containers." },
    ],
  },
  {
    ...HYPERV,
    id: "vm-engine-unknown",
    when: ({ host }) => host.launch.hyperv.usable === null,
    verdict: "unknown",
    says: ({ host }) => `Whether an engine runs it in a micro-VM is not known yet. ${host.launch.hyperv.why}`,
    sources: [SOURCES.qemu],
  },
  {
    ...HYPERV,
    id: "micro-vm-architecture-differs",
    when: architecturesDiffer,
    verdict: "fails",
    says: ({ host, image }) =>
      `The image is built for ${image.architecture}. The micro-VM's kernel is the host's architecture, ${host.architecture}, and emulates no other.`,
    sources: [SOURCES.qemu],
    remedies: ({ host }) => [{ kind: "other", label: `Use an image built for ${host.architecture}.` }],
  },
  {
    ...HYPERV,
    id: "micro-vm-without-kvm",
    when: ({ host }) => host.hypervisor.usable === false,
    verdict: "runs",
    says: ({ host }) =>
      `It runs in a micro-VM with a kernel of its own. KVM cannot be used, so QEMU emulates the processor (TCG) and all is many times slower. ${host.hypervisor.why}`,
    sources: [SOURCES.qemu],
    remedies: () => [
      {
        kind: "enable-feature",
        feature: "KVM",
        command: null,
        label: "Turn on virtualization in the firmware, or nested virtualization where this host is a VM.",
      },
    ],
  },
  {
    ...HYPERV,
    id: "micro-vm-kvm-unknown",
    when: ({ host }) => host.hypervisor.usable === null,
    verdict: "runs",
    says: ({ host }) =>
      `It runs in a micro-VM with a kernel of its own. Whether KVM speeds it up is not known. ${host.hypervisor.why}`,
    sources: [SOURCES.qemu],
  },
  {
    ...HYPERV,
    id: "micro-vm",
    verdict: "runs",
    says: () => "It runs in a micro-VM with a kernel of its own, on KVM.",
    sources: [SOURCES.qemu],
  },
];

function emulation({ host, image }: Asked) {
  return [
    {
      kind: "enable-feature",
      feature: "QEMU user emulation",
      command: `docker run --privileged --rm tonistiigi/binfmt --install ${image.architecture}`,
      label: `Set up emulation of ${image.architecture}`,
    },
    { kind: "other", label: `Use an image built for ${host.architecture}.` },
  ] as const;
}
