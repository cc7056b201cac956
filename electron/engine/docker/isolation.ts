import type { Isolation } from "../../contract/engine.ts";
import type { DaemonFacts } from "./facts.ts";
import { isolationWord } from "./isolation-word.ts";
import { runtimeKind } from "./runtime-kind.ts";

export interface KnownIsolation {
  readonly isolation: Isolation | null;
  /** How it is known, or why it is not. */
  readonly evidence: string;
}

/** What the daemon said of a container's isolation, in two ways. */
export interface ToldIsolation {
  /** Inspect's `HostConfig.Isolation`. */
  readonly inspected: string;
  /** Which of the daemon's filtered lists names it (Windows); null when none does or none was read. */
  readonly listed: Isolation | null;
}

/**
 * The effective isolation of a container. On Windows its own inspect tells, else the filtered lists, else the daemon's
 * default. On Linux those mean nothing (podman takes any word), so the OCI runtime tells: `runtime` is the one that inspect
 * names.
 */
export function effectiveIsolation(facts: DaemonFacts, told: ToldIsolation, runtime: string): KnownIsolation {
  if (facts.os === "windows") return windowsIsolation(facts, told);
  const entry = Object.hasOwn(facts.runtimes, runtime) ? facts.runtimes[runtime] : undefined;
  const judged = runtimeKind(runtime, entry);
  if (judged.kind === "unknown") return { isolation: null, evidence: `Not known: ${judged.why}.` };
  if (judged.kind === "vm") {
    return {
      isolation: "hyperv",
      evidence: `OCI runtime ${runtime} (inspect): it runs each container in a VM.`,
    };
  }
  return {
    isolation: "process",
    evidence: `OCI runtime ${runtime} (inspect): it shares the daemon's kernel.`,
  };
}

function windowsIsolation(
  { defaultIsolation }: DaemonFacts,
  { inspected, listed }: ToldIsolation,
): KnownIsolation {
  const isolation = isolationWord(inspected);
  if (isolation !== null) {
    return { isolation, evidence: `Isolation "${inspected}" (inspect, HostConfig.Isolation).` };
  }
  const said = `Inspect says "${inspected}"`;
  if (listed !== null) {
    return {
      isolation: listed,
      evidence: `${said}; the daemon lists it with the filter isolation=${listed}.`,
    };
  }
  const asksForDefault = inspected === "" || inspected.toLowerCase() === "default";
  if (!asksForDefault || defaultIsolation === null)
    return { isolation: null, evidence: `Not known: ${said}.` };
  return {
    isolation: defaultIsolation,
    evidence: `${said}: the daemon's default, ${defaultIsolation} (info).`,
  };
}

/** The configured runtime that gives a container its own VM, by name; null when this daemon has none. */
export function vmRuntime(facts: DaemonFacts): string | null {
  // podman lists every runtime it has heard of, installed or not.
  if (facts.flavour === "podman" || facts.os === "windows") return null;
  const found = Object.entries(facts.runtimes).find(
    ([name, entry]) => runtimeKind(name, entry).kind === "vm",
  );
  return found?.[0] ?? null;
}
