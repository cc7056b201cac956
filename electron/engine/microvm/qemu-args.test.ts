import { describe, expect, it } from "vitest";
import { kvmProbeArgs, type MachineSpec, qemuArgs } from "./qemu-args.ts";

const SPEC: MachineSpec = {
  ...{ id: "0123456789ab", accelerator: "tcg", memoryMiB: 256, cpus: 2 },
  ...{ kernel: "/k", initramfs: "/i", disk: "/d", agentFd: 3, qmpFd: 4, consoleFd: 5 },
  ...{ forwards: [], folders: [] },
};

/** The values that follow an option, each time it is given. */
const valuesOf = (argv: readonly string[], option: string) =>
  argv.flatMap((value, index) => (value === option ? [argv[index + 1]] : []));

describe("qemuArgs", () => {
  it("builds only the devices that are asked for, sandboxed, without a network card", () => {
    const argv = qemuArgs(SPEC);
    expect(argv[0]).toBe("qemu-system-x86_64");
    expect(argv).toContain("-nodefaults");
    expect(valuesOf(argv, "-sandbox")).toEqual([
      "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
    ]);
    expect(valuesOf(argv, "-device")).toEqual([
      "virtio-serial-pci",
      "virtserialport,chardev=agent,nr=1,name=isoscope",
      "virtio-blk-pci,drive=root",
    ]);
    expect(argv.filter((value) => /netdev|-nic/.test(value))).toEqual([]);
  });

  it("passes sizes, files and descriptors on", () => {
    const argv = qemuArgs(SPEC);
    expect([valuesOf(argv, "-m"), valuesOf(argv, "-smp")]).toEqual([["256"], ["2"]]);
    expect([valuesOf(argv, "-kernel"), valuesOf(argv, "-initrd")]).toEqual([["/k"], ["/i"]]);
    expect(valuesOf(argv, "-drive")).toEqual([expect.stringMatching(/readonly=on.*file=\/d$/)]);
    expect(valuesOf(argv, "-chardev")).toEqual([
      "socket,id=console,fd=5",
      "socket,id=agent,fd=3",
      "socket,id=qmp,fd=4",
    ]);
    expect(valuesOf(argv, "-name")).toEqual(["isoscope-0123456789ab"]);
  });

  it("adds a network card for ports, closed but for them, and open where UDP has to answer", () => {
    const tcp = { protocol: "tcp", hostIp: "127.0.0.1", hostPort: 8080, containerPort: 80 } as const;
    const udp = { protocol: "udp", hostIp: "0.0.0.0", hostPort: 0, containerPort: 53 } as const;
    const argv = qemuArgs({ ...SPEC, forwards: [tcp] });
    expect(valuesOf(argv, "-netdev")).toEqual([
      "user,id=network,restrict=on,hostfwd=tcp:127.0.0.1:8080-10.0.2.15:80",
    ]);
    expect(valuesOf(argv, "-device")).toContain("virtio-net-pci,netdev=network,romfile=");
    expect(valuesOf(qemuArgs({ ...SPEC, forwards: [tcp, udp] }), "-netdev")).toEqual([
      "user,id=network,restrict=off,hostfwd=tcp:127.0.0.1:8080-10.0.2.15:80,hostfwd=udp:0.0.0.0:0-10.0.2.15:53",
    ]);
  });

  it("shares the guest's memory only with the servers of its folders", () => {
    expect(valuesOf(qemuArgs(SPEC), "-object")).toEqual([]);
    const argv = qemuArgs({ ...SPEC, folders: [{ tag: "folder0", fd: 9 }] });
    expect(valuesOf(argv, "-object")).toEqual(["memory-backend-memfd,id=memory,size=256M,share=on"]);
    expect(valuesOf(argv, "-M")).toEqual(["q35,memory-backend=memory"]);
    expect(valuesOf(argv, "-chardev")).toContain("socket,id=folder0,fd=9");
    expect(valuesOf(argv, "-device")).toContain("vhost-user-fs-pci,chardev=folder0,tag=folder0");
  });

  it("gives the host's CPU to KVM only", () => {
    expect(valuesOf(qemuArgs(SPEC), "-cpu")).toEqual(["max"]);
    expect(valuesOf(qemuArgs({ ...SPEC, accelerator: "kvm" }), "-cpu")).toEqual(["host"]);
    expect(valuesOf(kvmProbeArgs("/rom"), "-accel")).toEqual(["kvm"]);
  });
});
