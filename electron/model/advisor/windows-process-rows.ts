import { exactTag } from "../windows-builds.ts";
import { type Asked, builds, type DecisionRow } from "./decision-row.ts";
import { engineIsBefore } from "./engine-version.ts";
import { SOURCES } from "./sources.ts";
import { listed20H2on21H1, revisionsOf2016 } from "./windows-disagreements.ts";
import { CLIENT_SINCE, fittingTag, STABLE_ABI } from "./windows-remedies.ts";

const ROW = { on: ["windows"], applies: ["process"] } as const;
/** Before 1709 the revision counts, too. */
const SERVER_2016 = 14_393;
const FIRST_ENGINE = [18, 9] as const;

const mismatch = ({ host, image }: Asked): string =>
  `Image build ${image.build} does not match host build ${host.build}: process isolation would fail with 0xc0370101.`;

/** What keeps process isolation on Windows from running. The image is known not to be newer than the host. */
export const WINDOWS_PROCESS_ROWS: readonly DecisionRow[] = [
  {
    ...ROW,
    id: "client-before-1809",
    when: ({ host }) => host.sku === "client" && host.build !== null && host.build < CLIENT_SINCE,
    verdict: "fails",
    says: ({ host }) =>
      `Windows 10 runs process isolation from build ${CLIENT_SINCE} on; the host is build ${host.build}.`,
    sources: [SOURCES.faq],
    remedies: () => [{ kind: "other", label: "Upgrade the host." }],
  },
  {
    ...ROW,
    id: "engine-before-18.09",
    when: ({ host }) => host.sku === "client" && engineIsBefore(host.engineVersion, FIRST_ENGINE),
    verdict: "fails",
    says: ({ host }) =>
      `On Windows 10 and 11 process isolation needs Docker Engine 18.09 or later; this is ${host.engineVersion}.`,
    sources: [SOURCES.faq, SOURCES.daemon],
    remedies: () => [{ kind: "other", label: "Upgrade Docker Engine to 18.09 or later." }],
  },
  {
    ...ROW,
    id: "process-host-build-unknown",
    when: ({ host }) => host.build === null,
    verdict: "unknown",
    says: () => "The host's build is not known. Under process isolation it has to fit the image's.",
    sources: [SOURCES.compatibility],
  },
  {
    ...ROW,
    id: "process-image-build-unknown",
    when: ({ image }) => image.build === null,
    verdict: "unknown",
    says: ({ host }) =>
      `The image's build is not known. Under process isolation it has to fit host build ${host.build}.`,
    sources: [SOURCES.compatibility],
    remedies: () => [{ kind: "other", label: "Pull the image: its configuration names the build." }],
  },
  {
    ...ROW,
    id: "build-differs",
    when: builds((host, image) => host < STABLE_ABI && image !== host),
    verdict: "fails",
    says: (asked) => `${mismatch(asked)}${noImageOf(asked.host.build)}`,
    sources: [SOURCES.compatibility, SOURCES.platforms],
    disagreement: listed20H2on21H1,
    hresult: "0xc0370101",
    remedies: fittingTag,
  },
  {
    ...ROW,
    id: "image-before-stable-abi",
    when: builds((host, image) => host >= STABLE_ABI && image < STABLE_ABI),
    verdict: "fails",
    says: mismatch,
    sources: [SOURCES.compatibility, SOURCES.platforms],
    hresult: "0xc0370101",
    remedies: fittingTag,
  },
  {
    ...ROW,
    id: "revision-unknown-on-2016",
    when: ({ host, image }) =>
      host.build === SERVER_2016 && (host.revision === null || image.revision === null),
    verdict: "unknown",
    says: ({ host }) =>
      `Both are build ${SERVER_2016}, where the revisions have to be equal, too. ${host.revision === null ? "The host's" : "The image's"} is not known.`,
    sources: [SOURCES.compatibility],
  },
  {
    ...ROW,
    id: "revision-differs-on-2016",
    when: ({ host, image }) => host.build === SERVER_2016 && host.revision !== image.revision,
    verdict: "fails",
    says: ({ host, image }) =>
      `On build ${SERVER_2016} the revisions have to be equal: the image's is ${image.revision}, the host's ${host.revision}. It might not start.`,
    sources: [SOURCES.compatibility],
    disagreement: revisionsOf2016,
    remedies: ({ host }) => [
      { kind: "other", label: `Use an image of 10.0.${SERVER_2016}.${host.revision}, or update both.` },
    ],
  },
];

const noImageOf = (build: number | null): string =>
  build === null || exactTag(build) !== null ? "" : ` Microsoft made no image of build ${build}.`;
