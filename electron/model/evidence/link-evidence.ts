import type { Link } from "../../contract/scope.ts";
import { formatPreciseTime } from "../format.ts";
import { evidenceWords } from "./evidence-words.ts";

/** What proves a link, or keeps it from being proven, in words a reader can check: "NSpid 48213 7. Start time … matches too". */
export function linkEvidence(link: Link): string {
  return [link.tie, startText(link)].filter((part) => part !== "").join(". ");
}

function startText({ starts, startedAt }: Link): string {
  switch (starts) {
    case "same":
      return evidenceWords.startMatches(startedAt === null ? null : formatPreciseTime(startedAt));
    case "same-second":
      return evidenceWords.startToTheSecond;
    case "unread-inside":
      return evidenceWords.startNotReadInside;
    case "unread-host":
      return evidenceWords.startNotReadOnHost;
  }
}
