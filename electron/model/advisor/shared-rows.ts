import { BOTH, type DecisionRow } from "./decision-row.ts";
import { SOURCES } from "./sources.ts";

/** Rows of every host. */
export const SHARED_ROWS: readonly DecisionRow[] = [
  {
    id: "image-system-unknown",
    on: ["windows", "linux"],
    applies: BOTH,
    when: ({ image }) => image.os === null && image.build === null,
    verdict: "unknown",
    says: () => "The image's operating system is not known, and the rules begin with it.",
    sources: [SOURCES.requirements],
    remedies: () => [{ kind: "other", label: "Pull the image: its configuration names the system." }],
  },
];
