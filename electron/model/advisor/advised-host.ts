import type { Container } from "../../contract/container.ts";
import type { HostInfo } from "../../contract/contract.ts";
import type { EngineStatus, Isolation } from "../../contract/engine.ts";
import { summarise } from "../../contract/failure.ts";
import { skuOfBuild } from "../windows-builds.ts";
import type { AdvisedHost, Usable } from "./advice.ts";

/** A container, as far as it shows what works here. */
export type Shown = Pick<Container, "name" | "state" | "isolation">;

/**
 * What the rules ask of this host, gathered from what it, its engines and its containers show so far. An engine's own trial
 * of the hypervisor, and a container that runs in a VM, say more than the host's files.
 */
export function advisedHost(
  { platform, machine }: Pick<HostInfo, "platform" | "machine">,
  engines: readonly EngineStatus[],
  containers: Iterable<Shown> = [],
): AdvisedHost {
  const { architecture, windows, emulates } = machine;
  const build = windows?.build ?? null;
  return {
    os: platform === "win32" ? "windows" : "linux",
    architecture,
    build,
    revision: windows?.revision ?? null,
    sku: windows?.sku ?? (build === null ? null : skuOfBuild(build)),
    edition: windows?.edition ?? null,
    engineVersion: dockerVersion(engines),
    hypervisor: tried(engines) ?? (platform === "win32" ? inVm(containers) : null) ?? machine.hypervisor,
    emulates,
    launch: { process: launches(engines, "process"), hyperv: launches(engines, "hyperv") },
  };
}

const tried = (engines: readonly EngineStatus[]): Usable | null =>
  engines.find(({ state, hypervisor }) => state === "live" && hypervisor)?.hypervisor ?? null;

/** A micro-VM runs without KVM, too; a container under Hyper-V isolation proves the hypervisor. */
function inVm(containers: Iterable<Shown>): Usable | null {
  for (const { name, state, isolation } of containers) {
    if (state === "running" && isolation === "hyperv")
      return { usable: true, why: `${name} runs in a utility VM.` };
  }
  return null;
}

/** Of the engine that has images, which is a Docker Engine; the Host Compute Service has no such version. */
function dockerVersion(engines: readonly EngineStatus[]): string | null {
  const docker = engines.find(({ state, capabilities }) => state === "live" && capabilities.images.can);
  return docker?.version ?? null;
}

/** Known only once each engine has told: one that is still connecting may yet do it. */
function launches(engines: readonly EngineStatus[], isolation: Isolation): Usable {
  const able = engines.find(
    ({ state, capabilities }) => state === "live" && capabilities.launch[isolation].can,
  );
  if (able) return { usable: true, why: `${able.title} does.` };
  const undecided = engines.find(({ state }) => state === "connecting" || state === "stale");
  if (undecided) return { usable: null, why: `${undecided.title} is not answering yet.` };
  const reasons = engines.map((engine) => reasonAgainst(engine, isolation));
  return { usable: false, why: reasons.join(" ") || "No engine is set up." };
}

function reasonAgainst({ title, error, capabilities }: EngineStatus, isolation: Isolation): string {
  const capability = capabilities.launch[isolation];
  const reason =
    error === null ? (capability.can ? "it is not running" : capability.reason) : summarise(error);
  return `${title}: ${reason.replace(/\.?$/, ".")}`;
}
