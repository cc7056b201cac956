import type { Source } from "./advice.ts";

const LEARN = "https://learn.microsoft.com/virtualization";

/** Where the rules are written down. Every address is public. */
export const SOURCES = {
  compatibility: {
    title: "Microsoft Learn: Windows container version compatibility",
    url: `${LEARN}/windowscontainers/deploy-containers/version-compatibility`,
  },
  isolationModes: {
    title: "Microsoft Learn: Isolation modes",
    url: `${LEARN}/windowscontainers/manage-containers/hyperv-container`,
  },
  faq: {
    title: "Microsoft Learn: Frequently asked questions about containers",
    url: `${LEARN}/windowscontainers/about/faq`,
  },
  requirements: {
    title: "Microsoft Learn: Windows container requirements",
    url: `${LEARN}/windowscontainers/deploy-containers/system-requirements`,
  },
  upgrade: {
    title: "Microsoft Learn: Upgrade a Windows container to a new build version",
    url: `${LEARN}/windowscontainers/deploy-containers/upgrade-windows-containers`,
  },
  platforms: {
    title: "containerd/platforms: platform_windows_compat.go",
    url: "https://github.com/containerd/platforms/blob/main/platform_windows_compat.go",
  },
  earlierPlatforms: {
    title: "hcsshim: osversion/platform_compat_windows.go",
    url: "https://github.com/microsoft/hcsshim/blob/main/osversion/platform_compat_windows.go",
  },
  pull: {
    title: "moby: distribution/pull_v2_windows.go",
    url: "https://github.com/moby/moby/blob/v24.0.7/distribution/pull_v2_windows.go",
  },
  daemon: {
    title: "moby: daemon/daemon_windows.go",
    url: "https://github.com/moby/moby/blob/v24.0.7/daemon/daemon_windows.go",
  },
  issue20H2on21H1: {
    title: "microsoft/Windows-Containers issue 163",
    url: "https://github.com/microsoft/Windows-Containers/issues/163",
  },
  issue2022on11: {
    title: "microsoft/Windows-Containers issue 525",
    url: "https://github.com/microsoft/Windows-Containers/issues/525",
  },
  issueDesktop2022on11: {
    title: "docker/for-win issue 14287",
    url: "https://github.com/docker/for-win/issues/14287",
  },
  issue2022on10: {
    title: "MicrosoftDocs/Virtualization-Documentation issue 1786",
    url: "https://github.com/MicrosoftDocs/Virtualization-Documentation/issues/1786",
  },
  desktop: {
    title: "Docker Docs: Docker Desktop on Windows",
    url: "https://docs.docker.com/desktop/setup/install/windows-install/",
  },
  multiPlatform: {
    title: "Docker Docs: Multi-platform builds, QEMU",
    url: "https://docs.docker.com/build/building/multi-platform/#qemu",
  },
  kernelAbi: {
    title: "The Linux kernel: ABI stable symbols",
    url: "https://docs.kernel.org/admin-guide/abi-stable.html",
  },
  qemu: {
    title: "QEMU: Introduction, virtualisation accelerators",
    url: "https://www.qemu.org/docs/master/system/introduction.html#virtualisation-accelerators",
  },
  runtimes: {
    title: "Docker Docs: Alternative container runtimes",
    url: "https://docs.docker.com/engine/daemon/alternative-runtimes/",
  },
} as const satisfies Readonly<Record<string, Source>>;
