import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { emulatedArchitectures } from "./emulated-architectures.ts";
import { kvmByFacts } from "./linux-hypervisor.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope-binfmt-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("names what QEMU emulates in Docker's words", async () => {
  for (const name of ["register", "status", "qemu-aarch64", "qemu-i386", "qemu-s390x", "python3.11"])
    await writeFile(join(folder, name), "enabled");
  expect(await emulatedArchitectures(folder)).toEqual(["386", "arm64", "s390x"]);
});

it("does not know it where binfmt_misc is not mounted", async () => {
  expect(await emulatedArchitectures(folder)).toBeNull();
  expect(await emulatedArchitectures(join(folder, "absent"))).toBeNull();
});

const absent = { present: false, permitted: false, listing: null, group: null };
const processor = { virtualisation: null, virtualMachine: false, kvmModule: null, nested: null };

it("tells from files only that KVM cannot be used, with why", () => {
  expect(kvmByFacts({ ...absent, present: true, permitted: true }, processor).usable).toBeNull();
  expect(kvmByFacts({ ...absent, present: true, listing: "mode 660, user 0, group 0" }, processor)).toEqual({
    usable: false,
    why: "QEMU may not use /dev/kvm (mode 660, user 0, group 0).",
  });
  expect(kvmByFacts(absent, { ...processor, virtualisation: "svm" }).why).toContain("kvm_amd");
  expect(kvmByFacts(absent, { ...processor, virtualMachine: true }).why).toContain("the host around this VM");
});
