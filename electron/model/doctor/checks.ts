import { appChecks, linuxAppChecks } from "./app.ts";
import type { Check } from "./check.ts";
import { dockerEngineChecks } from "./docker-engine.ts";
import { kvmChecks } from "./kvm.ts";
import { linuxDockerChecks } from "./linux-docker.ts";
import { linuxHostChecks } from "./linux-host.ts";
import { microVmChecks } from "./micro-vm.ts";
import { storageChecks } from "./storage.ts";
import { windowsDockerChecks } from "./windows-docker.ts";
import { windowsFeatureChecks } from "./windows-features.ts";
import { windowsHostChecks } from "./windows-host.ts";

const WINDOWS: readonly Check[] = [
  ...dockerEngineChecks,
  ...windowsDockerChecks,
  ...windowsFeatureChecks,
  ...windowsHostChecks,
  ...storageChecks,
  ...appChecks,
];

const LINUX: readonly Check[] = [
  ...dockerEngineChecks,
  ...linuxDockerChecks,
  ...microVmChecks,
  ...kvmChecks,
  ...linuxHostChecks,
  ...storageChecks,
  ...appChecks,
  ...linuxAppChecks,
];

/** The checks that play a part on a platform, in the order in which they are shown. */
export function checksFor(platform: "linux" | "win32" | "darwin"): readonly Check[] {
  switch (platform) {
    case "linux":
      return LINUX;
    case "win32":
      return WINDOWS;
    case "darwin":
      return [...dockerEngineChecks, ...storageChecks, ...appChecks];
  }
}
