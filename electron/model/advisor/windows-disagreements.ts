import type { Disagreement } from "./advice.ts";
import type { Asked } from "./decision-row.ts";
import { SOURCES } from "./sources.ts";
import { SERVER_2025 } from "./windows-remedies.ts";

const WINDOWS_10_21H1 = 19_043;
const IMAGE_20H2 = 19_042;
const SERVER_23H2 = 25_398;

export function listed20H2on21H1({ host, image }: Asked): Disagreement | null {
  if (host.build !== WINDOWS_10_21H1 || image.build !== IMAGE_20H2) return null;
  return {
    says: "A table of 2021 listed the image 20H2 under process isolation on Windows 10 21H1; for its users it failed.",
    sources: [SOURCES.compatibility, SOURCES.issue20H2on21H1],
  };
}

export function revisionsOf2016(): Disagreement {
  return {
    says: "An earlier edition of the same page says that it starts all the same, without being supported.",
    sources: [SOURCES.compatibility],
  };
}

export function windows10Table(): Disagreement {
  return {
    says: "The compatibility table has no process isolation on Windows 10; the FAQ has it for images of exactly the host's build.",
    sources: [SOURCES.compatibility],
  };
}

/** The table takes Windows 11 and ltsc2022 together; three other sources do not quite. */
export function differsOnWindows11(asked: Asked): Disagreement | null {
  const { host, image } = asked;
  if (host.build === image.build) return null;
  const newer = olderCopiesOfTheRule(asked);
  const more = newer === null ? "" : ` ${newer.says}`;
  return {
    says: `The FAQ asks for equal builds on a client, and on some hosts such a start failed with 0xc0370106 or 0x6be.${more}`,
    sources: [
      SOURCES.faq,
      SOURCES.issueDesktop2022on11,
      SOURCES.issue2022on11,
      ...(newer === null ? [] : newer.sources),
    ],
  };
}

export function olderImageOnServer(asked: Asked): Disagreement | null {
  if (asked.host.build === SERVER_23H2) return null;
  return olderCopiesOfTheRule(asked) ?? stableAbiInPreview();
}

/** Hosts after 26100 and images before it. */
function olderCopiesOfTheRule({ host, image }: Asked): Disagreement | null {
  if (host.build === null || image.build === null) return null;
  if (host.build <= SERVER_2025 || image.build >= SERVER_2025) return null;
  return {
    says: `Copies of the rule from before 2026 raise the oldest image to build ${SERVER_2025} on such hosts and refuse this one.`,
    sources: [SOURCES.earlierPlatforms],
  };
}

function stableAbiInPreview(): Disagreement {
  return {
    says: "The page on upgrading containers calls this a preview.",
    sources: [SOURCES.upgrade],
  };
}
