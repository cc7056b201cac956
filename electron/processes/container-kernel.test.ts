import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readContainerKernel } from "./container-kernel.ts";

test.runIf(process.platform === "linux")("this process runs on this kernel", async () => {
  const kernel = await readContainerKernel(process.pid);
  expect(kernel?.release).not.toBe("");
  expect(kernel?.bootId).toMatch(/^[0-9a-f-]{36}$/);
  expect(kernel?.bootedAt).toBeLessThan(Date.now());
});

test("files that only look like a proc filesystem are not believed", async () => {
  const proc = await mkdtemp(join(tmpdir(), "iso-kernel-"));
  const inside = join(proc, "7", "root", "proc");
  await mkdir(join(inside, "sys", "kernel", "random"), { recursive: true });
  await writeFile(join(inside, "sys", "kernel", "osrelease"), "6.1.0\n");
  await writeFile(
    join(inside, "sys", "kernel", "random", "boot_id"),
    "11111111-1111-1111-1111-111111111111\n",
  );
  await writeFile(join(inside, "stat"), "btime 1700000000\n");
  expect(await readContainerKernel(7, proc)).toBeNull();
  await rm(proc, { recursive: true });
});

test("a process that is gone has none", async () => {
  expect(await readContainerKernel(999_999_999)).toBeNull();
});
