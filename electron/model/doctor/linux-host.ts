import { type Check, check, ok, problem, warning } from "./check.ts";
import { installPackage, manual } from "./fixes.ts";

const COMMON = { category: "host", engines: ["docker"] } as const;

/** What a container is made of. */
const NAMESPACES = ["cgroup", "ipc", "mnt", "net", "pid", "uts"] as const;

/** erofs with what the app's root disks use, and pidfd, are there since 5.4. */
const OLDEST_KERNEL = [4, 18] as const;

const kernel = check({
  ...COMMON,
  id: "linux.kernel",
  title: "Kernel",
  why: "Containers share this kernel. overlayfs and cgroups as Docker uses them are in Linux since 4.18.",
  needs: ["kernel"],
  decide: ({ kernel: { release, architecture } }) => {
    const evidence = [
      { name: "Release", value: release },
      { name: "Architecture", value: architecture },
    ];
    const [major = 0, minor = 0] = release.split(".").map(Number);
    const old = major < OLDEST_KERNEL[0] || (major === OLDEST_KERNEL[0] && minor < OLDEST_KERNEL[1]);
    if (!old) return ok(`Linux ${release} on ${architecture}.`, evidence);
    return warning(`Linux ${release} is older than 4.18.`, evidence, {
      noFix: "The distribution brings a newer kernel with its next release.",
    });
  },
});

const namespaces = check({
  ...COMMON,
  id: "linux.namespaces",
  title: "Namespaces",
  why: "The dashed line of process isolation is drawn by namespaces: each is one kind of view that a container has for itself.",
  needs: ["namespaces"],
  decide: ({ namespaces: found }) => {
    const evidence = [{ name: "/proc/self/ns", value: found.join(", ") }];
    const missing = NAMESPACES.filter((name) => !found.includes(name));
    if (missing.length === 0) return ok(`${NAMESPACES.join(", ")}.`, evidence);
    return problem(`The kernel lacks ${missing.join(", ")}.`, evidence, {
      noFix: "They are built into a kernel or they are not: another kernel is needed.",
    });
  },
});

const cgroups = check({
  ...COMMON,
  id: "linux.cgroups",
  title: "Control groups",
  why: "Limits for CPU and memory, what a container uses, and which process is whose are read from control groups.",
  needs: ["cgroups"],
  decide: ({ cgroups: { version, controllers } }) => {
    const evidence = [
      { name: "Version", value: version === null ? "none" : String(version) },
      { name: "Controllers", value: controllers.join(", ") || "none" },
    ];
    if (version === 2) return ok(`Version 2 with ${controllers.join(", ")}.`, evidence);
    if (version === 1)
      return ok(`Version 1 with ${controllers.join(", ")}. Version 2 is the current one.`, evidence);
    return problem("No control groups are mounted at /sys/fs/cgroup.", evidence, {
      fixes: [
        manual("mount-cgroups", "Mount them", [
          "A system with systemd has them mounted. By hand:",
          "sudo mount -t cgroup2 none /sys/fs/cgroup",
        ]),
      ],
    });
  },
});

const setpriv = check({
  ...COMMON,
  engines: ["docker", "microvm"],
  id: "linux.setpriv",
  title: "setpriv",
  why: "QEMU and the daemon that Isoscope runs are started by it, so that they end with the app however the app ends.",
  needs: ["programs", "person", "distribution"],
  decide: (facts) => {
    const path = facts.programs.setpriv;
    const evidence = [{ name: "setpriv", value: path ?? "not found" }];
    if (path !== null) return ok(`${path} is there.`, evidence);
    return problem("It is not on this host: nothing that has to end with the app can be started.", evidence, {
      fixes: [installPackage(facts, "util-linux", "setpriv")],
    });
  },
});

const ps = check({
  ...COMMON,
  id: "linux.ps",
  title: "ps",
  why: "docker top, the list of what runs inside a container, is ps run by the daemon on the host.",
  needs: ["programs", "person", "distribution"],
  decide: (facts) => {
    const path = facts.programs.ps;
    const evidence = [{ name: "ps", value: path ?? "not found" }];
    if (path !== null) return ok(`${path} is there.`, evidence);
    return problem("It is not on this host: docker top cannot list anything.", evidence, {
      fixes: [installPackage(facts, "procps", "ps")],
    });
  },
});

const FEW_FILES = 1024;

const openFiles = check({
  ...COMMON,
  engines: [],
  id: "linux.open-files",
  title: "Limit of open files",
  why: "Reading processes keeps up to a quarter of the limit open for speed, and each container's console and log takes some more.",
  needs: ["openFiles"],
  decide: ({ openFiles: { soft, hard } }) => {
    const shown = (limit: number | null) => (limit === null ? "unlimited" : String(limit));
    const evidence = [
      { name: "Soft limit", value: shown(soft) },
      { name: "Hard limit", value: shown(hard) },
    ];
    if (soft === null || soft >= FEW_FILES) return ok(`At most ${shown(soft)}.`, evidence);
    return warning(`At most ${soft}: with many containers that will not do.`, evidence, {
      fixes: [
        manual("raise-limit", "Raise the limit", [
          "In the terminal that starts Isoscope:",
          `ulimit -n ${hard === null ? 4096 : Math.min(hard, 4096)}`,
        ]),
      ],
    });
  },
});

export const linuxHostChecks: readonly Check[] = [kernel, namespaces, cgroups, setpriv, ps, openFiles];
