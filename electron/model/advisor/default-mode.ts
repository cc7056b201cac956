import type { EngineStatus, Isolation } from "../../contract/engine.ts";
import type { AdvisedHost, SpokenRule } from "./advice.ts";
import { SOURCES } from "./sources.ts";

/** What a launch gets that asks for no isolation, and why. */
export interface DefaultMode {
  /** Null is not known. */
  readonly isolation: Isolation | null;
  readonly rule: SpokenRule;
}

interface DefaultRow {
  readonly id: string;
  readonly when?: (host: AdvisedHost) => boolean;
  readonly isolation: Isolation | null;
  readonly says: string;
  readonly sources: SpokenRule["sources"];
}

/** The first that holds speaks; the last one always does. */
export const DEFAULT_TABLE: readonly DefaultRow[] = [
  {
    id: "default-on-linux",
    when: ({ os }) => os === "linux",
    isolation: "process",
    says: "On Linux a container engine's own runtime shares the host's kernel.",
    sources: [SOURCES.runtimes],
  },
  {
    id: "default-on-server",
    when: ({ sku }) => sku === "server",
    isolation: "process",
    says: "Windows Server runs containers under process isolation unless told otherwise.",
    sources: [SOURCES.isolationModes, SOURCES.daemon],
  },
  {
    id: "default-on-client",
    when: ({ sku }) => sku === "client",
    isolation: "hyperv",
    says: "Windows 10 and 11 run containers under Hyper-V isolation unless told otherwise.",
    sources: [SOURCES.isolationModes, SOURCES.daemon],
  },
  {
    id: "default-unknown",
    isolation: null,
    says: "Whether this is Windows Server (process isolation) or a client (Hyper-V isolation) is not known.",
    sources: [SOURCES.isolationModes],
  },
];

/** An engine's own word, which `exec-opts` may have changed, comes before the product's rule. */
export function defaultMode(
  host: AdvisedHost,
  engine?: Pick<EngineStatus, "title" | "defaultIsolation" | "defaultIsolationFrom">,
): DefaultMode {
  if (engine?.defaultIsolation !== undefined) {
    const from = engine.defaultIsolationFrom ?? `${engine.title} says so.`;
    return {
      isolation: engine.defaultIsolation,
      rule: { id: "default-of-engine", says: from, sources: [{ title: engine.title }] },
    };
  }
  const row = DEFAULT_TABLE.find(({ when }) => when?.(host) ?? true);
  if (row === undefined) throw new Error("The table's last row holds always");
  const { id, isolation, says, sources } = row;
  return { isolation, rule: { id, says, sources } };
}
