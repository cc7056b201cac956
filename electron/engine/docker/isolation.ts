import type { Isolation } from "../../contract/engine.ts";
import type { DaemonFacts } from "./facts.ts";
import { runtimeKind } from "./runtime-kind.ts";

export interface KnownIsolation {
  readonly isolation: Isolation | null;
  /** How it is known, or why it is not. */
  readonly evidence: string;
}

/** Windows writes the words in any case; anything else is not an isolation. */
export function isolationWord(text: string): Isolation | null {
  const word = text.toLowerCase();
  return word === "process" || word === "hyperv" ? word : null;
}

/**
 * The effective isolation of a container. On Windows its own inspect tells. On Linux that field means nothing (podman takes
 * any word), so the OCI runtime tells: `runtime` is the one that inspect names.
 */
export function effectiveIsolation(
  facts: DaemonFacts,
  inspected: { readonly Isolation: string },
  runtime: string,
): KnownIsolation {
  if (facts.os === "windows") return windowsIsolation(inspected.Isolation);
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

function windowsIsolation(word: string): KnownIsolation {
  const isolation = isolationWord(word);
  if (isolation === null) return { isolation, evidence: `Not known: inspect says "${word}".` };
  return { isolation, evidence: `Isolation "${word}" (inspect, HostConfig.Isolation).` };
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
