import { describe, expect, it } from "vitest";
import { docker, engine, host, microvm } from "../../../e2e/fixtures/fixture-rows.ts";
import { advise } from "./advise.ts";
import { advisedHost } from "./advised-host.ts";
import { advisedImage, advisedReference } from "./advised-image.ts";

const alpine = { os: "linux", architecture: "amd64", osVersion: null };

describe("advisedHost", () => {
  it("takes the version from the engine that has images, and what launches from whoever is live", () => {
    const asked = advisedHost(host, [microvm, { ...docker, version: "24.0.7" }]);
    expect(asked).toMatchObject({ os: "linux", engineVersion: "24.0.7", build: null, sku: null });
    expect(asked.launch).toMatchObject({ process: { usable: true }, hyperv: { usable: true } });
  });

  it("waits for an engine that has not told yet", () => {
    const connecting = engine("microvm", "QEMU micro-VM", "hyperv", { state: "connecting" });
    expect(advisedHost(host, [docker, connecting]).launch.hyperv).toEqual({
      usable: null,
      why: "QEMU micro-VM is not answering yet.",
    });
  });

  it("gives every engine's reason when none does it", () => {
    const failed = engine("microvm", "QEMU micro-VM", "hyperv", {
      state: "failed",
      error: { code: "unavailable", engine: "microvm", reason: "qemu-system-x86_64 is not installed." },
    });
    const { usable, why } = advisedHost(host, [docker, failed]).launch.hyperv;
    expect(usable).toBe(false);
    expect(why).toContain("Docker: Docker does not do that isolation.");
    expect(why).toContain("qemu-system-x86_64 is not installed.");
    expect(advise(advisedHost(host, [docker, failed]), advisedImage(alpine)).hyperv.rule.id).toBe(
      "no-vm-engine",
    );
  });

  it("believes a trial or a VM that runs more than the host's files", () => {
    const unknown = { usable: null, why: "Only a start shows it." };
    const here = { platform: "win32", machine: { ...host.machine, hypervisor: unknown } } as const;
    const web = { name: "web", state: "running", isolation: "hyperv" } as const;
    expect(advisedHost(here, [docker], [{ ...web, state: "exited" }]).hypervisor).toEqual(unknown);
    expect(advisedHost(here, [docker], [web]).hypervisor).toEqual({
      usable: true,
      why: "web runs in a utility VM.",
    });
    const trial = { usable: true, why: "A trial machine ran on KVM." };
    expect(advisedHost(host, [{ ...microvm, hypervisor: trial }]).hypervisor).toEqual(trial);
    expect(advisedHost(host, [microvm], [web]).hypervisor).toEqual(host.machine.hypervisor);
  });

  it("tells the product by the build where Windows itself has not", () => {
    const windows = { build: 20_348, revision: 1, sku: null, edition: null };
    const here = { platform: "win32", machine: { ...host.machine, windows } } as const;
    expect(advisedHost(here, []).sku).toBe("server");
  });
});

describe("advisedImage", () => {
  it("reads build and revision, and an architecture in other words", () => {
    expect(advisedImage({ os: "Windows", architecture: "x86_64", osVersion: "10.0.17763.1" })).toEqual({
      ...{ os: "windows", architecture: "amd64", build: 17_763, revision: 1 },
    });
  });

  it("leaves unknown what is not told", () => {
    const unknown = { os: null, architecture: null, build: null, revision: null };
    expect(advisedImage(null)).toEqual(unknown);
    expect(advisedImage({ os: "", architecture: "unknown", osVersion: "later" })).toEqual(unknown);
  });
});

describe("advisedReference", () => {
  it("knows the demo's image before it is made, where this host makes it", () => {
    expect(advisedReference(host.demo.image, host)).toMatchObject({ os: "linux", architecture: "amd64" });
    expect(advisedReference("alpine", host)).toEqual(advisedImage(null));
    expect(advisedReference(host.demo.image, { ...host, platform: "win32" })).toEqual(advisedImage(null));
  });
});
