import { foreignOnArm64 } from "./arm64-row.ts";
import { type Asked, builds, type DecisionRow } from "./decision-row.ts";
import { SOURCES } from "./sources.ts";
import { differsOnWindows11, olderImageOnServer, windows10Table } from "./windows-disagreements.ts";
import { CLIENT_SINCE, WINDOWS_11 } from "./windows-remedies.ts";

const ROW = { on: ["windows"], applies: ["process"] } as const;

/** Process isolation on Windows once the two builds are known and fit. */
export const WINDOWS_FITTING_ROWS: readonly DecisionRow[] = [
  foreignOnArm64("process"),
  {
    ...ROW,
    id: "sku-unknown",
    when: ({ host }) => host.sku === null,
    verdict: "unknown",
    says: ({ host, image }) =>
      `Image build ${image.build} fits host build ${host.build}. Whether the host is Windows Server, which runs it, or a client, which ${onClient(host.build)}, is not known.`,
    sources: [SOURCES.isolationModes, SOURCES.faq],
  },
  {
    ...ROW,
    id: "windows-10-same-build",
    when: builds((host, _, asked) => asked.host.sku === "client" && host < WINDOWS_11),
    verdict: "unsupported-for-production",
    says: (asked) =>
      `Image and host are both build ${asked.host.build}. On Windows 10 process isolation is for development and testing only.${needsEngine(asked)}`,
    sources: [SOURCES.faq, SOURCES.isolationModes],
    disagreement: windows10Table,
  },
  {
    ...ROW,
    id: "windows-11-fitting-build",
    when: ({ host }) => host.sku === "client",
    verdict: "unsupported-for-production",
    says: (asked) =>
      `Host build ${asked.host.build} runs image build ${asked.image.build}. On Windows 11 process isolation is for development and testing only.${needsEngine(asked)}`,
    sources: [SOURCES.compatibility, SOURCES.faq, SOURCES.platforms],
    disagreement: differsOnWindows11,
  },
  {
    ...ROW,
    id: "server-same-build",
    when: builds((host, image) => host === image),
    verdict: "runs",
    says: ({ host }) => `Image and host are both build ${host.build}: it runs on the host's kernel.`,
    sources: [SOURCES.compatibility, SOURCES.platforms],
  },
  {
    ...ROW,
    id: "server-stable-abi",
    verdict: "runs",
    says: ({ host, image }) =>
      `Host build ${host.build} runs image build ${image.build} on its own kernel: from Server 2022 on the two need not be equal.`,
    sources: [SOURCES.compatibility, SOURCES.platforms],
    disagreement: olderImageOnServer,
  },
];

const onClient = (build: number | null): string =>
  build !== null && build < CLIENT_SINCE ? "does not" : "runs it for development and testing only";

const needsEngine = ({ host }: Asked): string =>
  host.engineVersion === null ? " It needs Docker Engine 18.09 or later." : "";
