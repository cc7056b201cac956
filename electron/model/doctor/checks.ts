import { appChecks, linuxAppChecks } from "./app.ts";
import type { Check } from "./check.ts";
import { dockerEngineChecks } from "./docker-engine.ts";
import { kvmChecks } from "./kvm.ts";
import { linuxDockerChecks } from "./linux-docker.ts";
import { linuxHostChecks } from "./linux-host.ts";
import { microVmChecks } from "./micro-vm.ts";
import { storageChecks } from "./storage.ts";

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
  return platform === "linux" ? LINUX : [...dockerEngineChecks, ...storageChecks, ...appChecks];
}
