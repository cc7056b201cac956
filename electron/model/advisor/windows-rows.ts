import type { Disagreement } from "./advice.ts";
import { architecturesDiffer, mayBeEmulated } from "./architectures.ts";
import { type Asked, BOTH, builds, type DecisionRow } from "./decision-row.ts";
import { SOURCES } from "./sources.ts";
import { fittingTag } from "./windows-remedies.ts";

const ON = ["windows"] as const;
const FIRST_WITH_CONTAINERS = 14_393;
/** EditionID of Windows Home, with its variants, and the word people say. */
const HOME = /^(?:home|core(?:n|singlelanguage|countryspecific)?)$/i;

/** Rows of a Windows host that hold under both isolations. They come before those of one. */
export const WINDOWS_ROWS: readonly DecisionRow[] = [
  {
    id: "linux-image-on-windows",
    on: ON,
    applies: BOTH,
    when: ({ image }) => image.os === "linux",
    verdict: "fails",
    says: () => "This is a Linux image. Neither isolation of Windows runs it.",
    sources: [SOURCES.desktop],
    remedies: () => [
      { kind: "other", label: "Use a Windows image, or an engine that runs Linux containers." },
    ],
  },
  {
    id: "windows-architecture-differs",
    on: ON,
    applies: BOTH,
    when: (asked) => architecturesDiffer(asked) && !mayBeEmulated(asked),
    verdict: "fails",
    says: ({ host, image }) =>
      `The image is built for ${image.architecture}, the host is ${host.architecture}: Windows does not run it.`,
    sources: [SOURCES.pull],
    remedies: ({ host }) => [{ kind: "other", label: `Use an image built for ${host.architecture}.` }],
  },
  {
    id: "windows-home",
    on: ON,
    applies: BOTH,
    when: ({ host }) => host.edition !== null && HOME.test(host.edition),
    verdict: "fails",
    says: () => "Windows Home has neither the Containers nor the Hyper-V feature. Both isolations need one.",
    sources: [SOURCES.requirements],
    remedies: () => [
      { kind: "other", label: "Upgrade to Windows Pro or Enterprise, or use Windows Server." },
    ],
  },
  {
    id: "host-before-containers",
    on: ON,
    applies: BOTH,
    when: ({ host }) => host.build !== null && host.build < FIRST_WITH_CONTAINERS,
    verdict: "fails",
    says: ({ host }) =>
      `Host build ${host.build} is older than ${FIRST_WITH_CONTAINERS}, the first Windows with containers.`,
    sources: [SOURCES.compatibility, SOURCES.requirements],
    remedies: () => [{ kind: "other", label: "Upgrade the host." }],
  },
  {
    id: "image-newer-than-host",
    on: ON,
    applies: BOTH,
    when: builds((host, image) => image > host),
    verdict: "fails",
    says: ({ host, image }) =>
      `Image build ${image.build} is newer than host build ${host.build}. Neither mode runs it. Use an image of build ${host.build} or older.`,
    sources: [SOURCES.compatibility, SOURCES.pull],
    disagreement: server2022OnWindows10,
    hresult: "0xc0370101",
    remedies: (asked) => [...fittingTag(asked), { kind: "other", label: "Use a newer host." }],
  },
];

function server2022OnWindows10({ host, image, isolation }: Asked): Disagreement | null {
  if (isolation !== "hyperv" || host.build !== 19_043 || image.build !== 20_348) return null;
  return {
    says: "Microsoft's table of 2021 listed ltsc2022 under Hyper-V isolation on Windows 10 21H1, by a special image; Docker refuses to pull the ordinary one.",
    sources: [SOURCES.compatibility, SOURCES.issue2022on10],
  };
}
