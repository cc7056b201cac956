import { expect, test } from "vitest";
import { ENGINE_NEEDS, TEST_NEEDS, unmet, WINDOWS_TEST_NEEDS } from "./needs.mjs";

function packagesMissing(facts: {
  programs?: readonly string[];
  files?: readonly string[];
  staticBusybox?: boolean;
  env?: Record<string, string>;
}): readonly string[] {
  const probe = {
    program: (name: string) => (facts.programs?.includes(name) ? `/usr/bin/${name}` : null),
    exists: (file: string) => facts.files?.includes(file) ?? false,
    isStatic: () => facts.staticBusybox ?? true,
    env: facts.env ?? {},
  };
  return unmet([...ENGINE_NEEDS, ...TEST_NEEDS, ...WINDOWS_TEST_NEEDS], probe).map((need) => need.package);
}

const ALL = [
  "dockerd",
  "ps",
  "qemu-system-x86_64",
  "mkfs.erofs",
  "busybox",
  "setpriv",
  "xz",
  "lz4",
  "zstd",
  "chromium",
  "wine64",
  "x86_64-w64-mingw32-g++",
];
const FONT = "/usr/share/fonts/truetype/liberation";

test("a system that has everything gets nothing", () => {
  expect(packagesMissing({ programs: ALL, files: [FONT] })).toEqual([]);
});

test("a bare system gets every package once", () => {
  const missing = packagesMissing({});
  expect(missing).toEqual([...new Set(missing)]);
  expect(missing).toHaveLength(ENGINE_NEEDS.length + TEST_NEEDS.length + WINDOWS_TEST_NEEDS.length);
});

test.each([
  ["a Docker engine elsewhere", { env: { DOCKER_HOST: "tcp://example.org:2376" }, files: [FONT] }],
  ["a Docker engine that somebody else runs", { files: [FONT, "/var/run/docker.sock"] }],
])("%s is as good as one of our own", (_what, facts) => {
  expect(packagesMissing({ programs: ALL.slice(1), ...facts })).toEqual([]);
});

test("ext4 tools stand in for erofs tools", () => {
  const programs = ALL.map((name) => (name === "mkfs.erofs" ? "mkfs.ext4" : name));
  expect(packagesMissing({ programs, files: [FONT] })).toEqual([]);
});

test("a busybox that needs the host's libraries is no image", () => {
  expect(packagesMissing({ programs: ALL, files: [FONT], staticBusybox: false })).toEqual(["busybox-static"]);
});
