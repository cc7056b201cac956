import type { Isolation } from "../../contract/engine.ts";
import { mayBeEmulated } from "./architectures.ts";
import type { DecisionRow } from "./decision-row.ts";
import { SOURCES } from "./sources.ts";

/** Comes after all rows that fail: what fails on any processor is known to. */
export const foreignOnArm64 = (isolation: Isolation): DecisionRow => ({
  id: `${isolation}-foreign-on-arm64`,
  on: ["windows"],
  applies: [isolation],
  when: mayBeEmulated,
  verdict: "unknown",
  says: () =>
    "The image is built for amd64 and the host is arm64. Whether Windows emulates it in a container is not documented.",
  sources: [SOURCES.compatibility],
  remedies: () => [{ kind: "other", label: "Use an image built for arm64." }],
});
