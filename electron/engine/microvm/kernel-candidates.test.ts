import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CacheFiles } from "./cache-files.ts";
import { byFitness, kernelsUnder } from "./kernel-candidates.ts";
import { dependencyIn } from "./kernel-download.ts";
import { kernelCandidates } from "./kernel-source.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "isoscope-kernels-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function install(base: string, release: string, where: "boot" | "modules" = "boot"): Promise<void> {
  const modules = join(base, "lib/modules", release);
  await mkdir(join(modules, "kernel"), { recursive: true });
  await mkdir(join(base, "boot"), { recursive: true });
  await writeFile(where === "boot" ? join(base, "boot", `vmlinuz-${release}`) : join(modules, "vmlinuz"), "");
}

const releases = async (kernels: AsyncIterable<{ readonly release: string }>) => {
  const found: string[] = [];
  for await (const { release } of kernels) found.push(release);
  return found;
};

const search = (cache: string) => ({
  ...{
    cache: new CacheFiles(cache),
    kernelPath: null,
    allowDownload: false,
    systemRoot: join(root, "system"),
  },
  ...{ signal: new AbortController().signal, report: () => {} },
});

describe("kernelsUnder", () => {
  it("finds kernels in both usual places and skips one without modules", async () => {
    await install(root, "6.1.0-1-cloud-amd64");
    await install(root, "6.9.1-200.fc40", "modules");
    await writeFile(join(root, "boot/vmlinuz-5.0.0"), "");
    const kernels = await kernelsUnder(root, "here", "x");
    expect(kernels.map(({ release, from }) => [release, from])).toEqual([
      ["6.1.0-1-cloud-amd64", "here"],
      ["6.9.1-200.fc40", "here"],
    ]);
    expect(kernels[1]?.image).toBe(join(root, "lib/modules/6.9.1-200.fc40/vmlinuz"));
  });
});

describe("byFitness", () => {
  it("prefers kernels for VMs, then the running one, then the newest by number", () => {
    const all = ["6.1.0-9-amd64", "6.1.0-10-amd64", "5.10.0-1-cloud-amd64", "6.1.0-8-amd64"];
    expect([...all].sort((a, b) => byFitness(a, b, "6.1.0-8-amd64"))).toEqual([
      "5.10.0-1-cloud-amd64",
      "6.1.0-8-amd64",
      "6.1.0-10-amd64",
      "6.1.0-9-amd64",
    ]);
  });
});

describe("kernelCandidates", () => {
  it("tries the cache before the host and downloads nothing when not allowed", async () => {
    const cache = join(root, "cache");
    await install(join(cache, "kernel/linux-image-6.1"), "6.1.0-2-cloud-amd64");
    await install(join(root, "system"), "6.5.0-1-amd64");
    expect(await releases(kernelCandidates(search(cache)))).toEqual(["6.1.0-2-cloud-amd64", "6.5.0-1-amd64"]);
  });

  it("refuses a set kernel that cannot be read instead of taking another", async () => {
    await install(join(root, "system"), "6.5.0-1-amd64");
    const options = { ...search(join(root, "cache")), kernelPath: join(root, "nowhere") };
    await expect(releases(kernelCandidates(options))).rejects.toMatchObject({
      error: { code: "unavailable", fix: expect.stringContaining("ISOSCOPE_KERNEL") },
    });
  });
});

describe("dependencyIn", () => {
  it("finds the package a metapackage stands for", () => {
    const output =
      "linux-image-cloud-amd64\n  Depends: linux-image-6.1.0-56-cloud-amd64\n  Suggests: firmware\n";
    expect(dependencyIn(output)).toBe("linux-image-6.1.0-56-cloud-amd64");
    expect(dependencyIn("linux-image-amd64\n  Depends: <other>\n")).toBeNull();
  });
});
