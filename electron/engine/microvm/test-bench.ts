import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { systemClock } from "../clock.ts";
import type { Engine } from "../engine.ts";
import type { MicroVmConfig } from "./config.ts";
import { openMicroVmEngine } from "./engine.ts";
import { findProgram } from "./find-program.ts";
import { tarImageSource } from "./tar-image-source.ts";

const run = promisify(execFile);

/** The image reference of the busybox system that tests run. */
export const TEST_IMAGE = "isoscope/test:busybox";

const BUILT = resolve(import.meta.dirname, "../../../native/build");
/** Kernels and root disks are kept over test runs: fetching a kernel is not what is tested. */
const CACHE = process.env.ISOSCOPE_CACHE ?? resolve(import.meta.dirname, "../../../.isoscope/cache");

/** Why micro-VMs cannot be tested here, or null. */
export async function missingForTests(): Promise<string | null> {
  for (const program of ["qemu-system-x86_64", "setpriv", "busybox", "gcc"]) {
    if (!(await findProgram(program))) return `${program} is not installed`;
  }
  return null;
}

/** Builds the guest if need be. */
export async function buildGuestForTests(): Promise<void> {
  await run(process.execPath, [resolve(import.meta.dirname, "../../../scripts/build-guest.mjs")]);
}

async function busyboxTar(folder: string): Promise<string> {
  const busybox = (await findProgram("busybox")) ?? "";
  const root = join(folder, "root");
  for (const name of ["bin", "etc", "root", "tmp", "srv"]) await mkdir(join(root, name), { recursive: true });
  await copyFile(busybox, join(root, "bin/busybox"));
  await chmod(join(root, "bin/busybox"), 0o755);
  const { stdout } = await run(busybox, ["--list"]);
  const applets = stdout.split("\n").filter((name) => name !== "" && name !== "busybox");
  await Promise.all(applets.map((name) => symlink("busybox", join(root, "bin", name))));
  await writeFile(
    join(root, "etc/passwd"),
    "root:x:0:0:root:/root:/bin/sh\nguest:x:405:100:guest:/srv:/bin/sh\n",
  );
  await writeFile(join(root, "etc/group"), "root:x:0:\nusers:x:100:\nextra:x:200:guest\n");
  const tar = join(folder, "busybox.tar");
  await run("tar", ["-c", "-f", tar, "-C", root, "."]);
  return tar;
}

export interface TestBench {
  readonly folder: string;
  readonly config: MicroVmConfig;
  /** Where the tar of {@link TEST_IMAGE} is. */
  readonly tar: string;
  open(): Engine;
  close(): Promise<void>;
}

/** A folder of its own for records, the shared cache, and an image made from this host's busybox. */
export async function testBench(more: Partial<MicroVmConfig> = {}): Promise<TestBench> {
  const folder = await mkdtemp(join(tmpdir(), "isoscope-vm-"));
  const tar = await busyboxTar(folder);
  const config: MicroVmConfig = {
    id: "microvm",
    cacheDir: CACHE,
    runDir: join(folder, "run"),
    guestAgentPath: join(BUILT, "guest-agent"),
    kvmProbePath: join(BUILT, "kvm-probe.bin"),
    ...more,
  };
  const images = tarImageSource({ [TEST_IMAGE]: { path: tar, command: ["sleep", "1000"] } });
  return {
    folder,
    config,
    tar,
    open: () => openMicroVmEngine(config, { imageSource: images, clock: systemClock }),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
