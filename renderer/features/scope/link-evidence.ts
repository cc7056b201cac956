import type { Link } from "../../../electron/contract/scope.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { formatPreciseTime } from "../../ui/format.ts";

/** What proves a link, or keeps it from being proven, in words a reader can check: "NSpid 48213 7. Start time … matches too". */
export function linkEvidence(link: Link): string {
  return [link.tie, startText(link)].filter((part) => part !== "").join(". ");
}

function startText({ starts, startedAt }: Link): string {
  switch (starts) {
    case "same":
      return scopeStrings.startMatches(startedAt === null ? null : formatPreciseTime(startedAt));
    case "same-second":
      return scopeStrings.startToTheSecond;
    case "unread-inside":
      return scopeStrings.startNotReadInside;
    case "unread-host":
      return scopeStrings.startNotReadOnHost;
  }
}
