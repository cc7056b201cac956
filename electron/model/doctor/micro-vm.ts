import { type Check, check, ok, problem, warning } from "./check.ts";
import { engineVerdict } from "./engine-verdict.ts";
import { installPackage, manual } from "./fixes.ts";

const COMMON = { category: "isolation", engines: ["microvm"] } as const;

const engine = check({
  ...COMMON,
  id: "microvm.engine",
  title: "Micro-VM engine",
  why: "It gives a container a kernel of its own, in a VM that QEMU runs.",
  needs: ["engines"],
  decide: ({ engines }) => engineVerdict(engines.find(({ id }) => id === "microvm")),
});

const qemu = check({
  ...COMMON,
  id: "microvm.qemu",
  title: "QEMU",
  why: "A micro-VM is a QEMU process: without it there is no isolation with a kernel of its own.",
  needs: ["programs", "person", "distribution"],
  uses: ["qemuVersion"],
  decide: (facts, { qemuVersion }) => {
    const path = facts.programs.qemu;
    const evidence = [
      { name: "qemu-system-x86_64", value: path ?? "not found" },
      ...(qemuVersion ? [{ name: "Version", value: qemuVersion }] : []),
    ];
    if (path !== null) return ok(`${qemuVersion ?? "QEMU"}, ${path}.`, evidence);
    return problem("There is no qemu-system-x86_64 on this host.", evidence, {
      fixes: [installPackage(facts, "qemu-system-x86", "QEMU")],
    });
  },
});

const disks = check({
  ...COMMON,
  id: "microvm.disks",
  title: "Tools for root disks",
  why: "An image becomes a read-only disk for the VM, made by mkfs.erofs, or by mke2fs where that is missing.",
  needs: ["programs", "person", "distribution"],
  decide: (facts) => {
    const { "mkfs.erofs": erofs, mke2fs } = facts.programs;
    const evidence = [
      { name: "mkfs.erofs", value: erofs ?? "not found" },
      { name: "mke2fs", value: mke2fs ?? "not found" },
    ];
    const fixes = [installPackage(facts, "erofs-utils", "mkfs.erofs")] as const;
    if (erofs !== null) return ok(`${erofs} makes them.`, evidence);
    if (mke2fs === null) return problem("Neither mkfs.erofs nor mke2fs is installed.", evidence, { fixes });
    return warning(`${mke2fs} makes them, larger and slower than mkfs.erofs would.`, evidence, { fixes });
  },
});

const guestKernel = check({
  ...COMMON,
  id: "microvm.kernel",
  title: "Guest kernel",
  why: "A micro-VM boots a Linux kernel of its own: an installed one, or one from a package that Isoscope unpacks for itself.",
  needs: ["guestKernels", "person", "distribution", "programs"],
  uses: ["engines"],
  decide: (facts, { engines = [] }) => {
    const evidence = facts.guestKernels.map(({ release, image, from }) => ({
      name: release,
      value: `${image}, ${from}`,
    }));
    const [best] = facts.guestKernels;
    if (best) return ok(`${best.release}, ${best.from}.`, evidence);
    const note = engines
      .find(({ id }) => id === "microvm")
      ?.notes.find((one) => one.startsWith("Guest kernel"));
    if (note) return ok(`${note}.`, [...evidence, { name: "Engine", value: note }]);
    return problem("No Linux kernel with its modules was found for the VM.", evidence, {
      fixes: [
        installPackage(facts, "linux-image-cloud-amd64", "a kernel made for VMs"),
        manual("set-kernel", "Name a kernel", [
          "Start Isoscope with a kernel image of your own, with its modules beside it or installed.",
          "ISOSCOPE_KERNEL=/path/to/vmlinuz",
        ]),
      ],
    });
  },
});

const guestAgent = check({
  ...COMMON,
  id: "microvm.agent",
  title: "Guest program",
  why: "Isoscope's own PID 1 of the VM starts the command there and lists the processes inside.",
  needs: ["guestAgent"],
  decide: ({ guestAgent: { path, built } }) => {
    const evidence = [{ name: "Path", value: path }];
    if (built) return ok("It is part of this app.", evidence);
    return problem("It is missing from this app.", evidence, {
      fixes: [
        manual("build-guest", "Build it", [
          "In the folder Isoscope was checked out to; a packaged app has it, so install that again.",
          "node scripts/build-guest.mjs",
        ]),
      ],
    });
  },
});

const shares = check({
  ...COMMON,
  id: "microvm.shares",
  title: "virtiofsd",
  why: "QEMU shares a writable folder of the host with a VM by this program. Launches without such folders do not need it.",
  needs: ["programs", "person", "distribution"],
  decide: (facts) => {
    const path = facts.programs.virtiofsd;
    const evidence = [{ name: "virtiofsd", value: path ?? "not found" }];
    if (path !== null) return ok(`${path} is there.`, evidence);
    return warning("It is not on this host: folders cannot be shared through it.", evidence, {
      fixes: [installPackage(facts, "virtiofsd", "virtiofsd")],
    });
  },
});

export const microVmChecks: readonly Check[] = [engine, qemu, disks, guestKernel, guestAgent, shares];
