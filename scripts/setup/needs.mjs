// @ts-check

/**
 * @typedef {object} Probe looks at the system
 * @property {(name: string) => string | null} program
 * @property {(file: string) => boolean} exists
 * @property {(file: string) => boolean} isStatic whether a program needs no loader
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * @typedef {object} Need
 * @property {string} package Debian's and Ubuntu's name for it
 * @property {string} why
 * @property {(probe: Probe) => boolean} met
 */

/** @param {readonly string[]} names */
const anyOf =
  (...names) =>
  (/** @type {Probe} */ probe) =>
    names.some((name) => probe.program(name) !== null);

/** A Docker engine that somebody else runs is as good as one that we can run. */
const docker = (/** @type {Probe} */ probe) =>
  probe.program("dockerd") !== null || Boolean(probe.env.DOCKER_HOST) || probe.exists("/var/run/docker.sock");

/** The demo image is made of this one file, so it must run without the host's libraries. */
const staticBusybox = (/** @type {Probe} */ probe) => {
  const file = probe.program("busybox");
  return file !== null && probe.isStatic(file);
};

/** What the two engines of Linux start. @type {readonly Need[]} */
export const ENGINE_NEEDS = [
  { package: "docker.io", why: "runs containers under process isolation", met: docker },
  { package: "procps", why: "lists a container's processes for Docker", met: anyOf("ps") },
  { package: "qemu-system-x86", why: "runs containers in micro-VMs", met: anyOf("qemu-system-x86_64") },
  { package: "erofs-utils", why: "makes a micro-VM's disk", met: anyOf("mkfs.erofs", "mkfs.ext4") },
  { package: "busybox-static", why: "is the built-in demo image", met: staticBusybox },
  {
    package: "util-linux",
    why: "setpriv, which ends what the app started when the app ends",
    met: anyOf("setpriv"),
  },
  { package: "xz-utils", why: "unpacks a micro-VM's kernel", met: anyOf("xz") },
  { package: "lz4", why: "unpacks a micro-VM's kernel", met: anyOf("lz4") },
  { package: "zstd", why: "unpacks a micro-VM's kernel", met: anyOf("zstd") },
];

/** What the tests start besides. @type {readonly Need[]} */
export const TEST_NEEDS = [
  {
    package: "chromium",
    why: "shows the pages of the end-to-end tests",
    met: anyOf("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
  },
  {
    package: "fonts-liberation",
    why: "gives those pages a font",
    met: (probe) =>
      ["liberation", "liberation2"].some((name) => probe.exists(`/usr/share/fonts/truetype/${name}`)),
  },
];

/** What the tests of the Windows half start. @type {readonly Need[]} */
export const WINDOWS_TEST_NEEDS = [
  {
    package: "wine64",
    why: "runs the tests of the Windows half in Windows' Node",
    met: (probe) => probe.exists("/usr/lib/wine/wine64") || anyOf("wine64")(probe),
  },
  {
    package: "g++-mingw-w64-x86-64-posix",
    why: "builds the Windows addon and the stand-in that it is tested against",
    met: anyOf("x86_64-w64-mingw32-g++-posix", "x86_64-w64-mingw32-g++"),
  },
];

/** @param {readonly Need[]} needs @param {Probe} probe */
export const unmet = (needs, probe) => needs.filter((need) => !need.met(probe));
