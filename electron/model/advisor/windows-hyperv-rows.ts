import type { Disagreement } from "./advice.ts";
import { foreignOnArm64 } from "./arm64-row.ts";
import type { Asked, DecisionRow } from "./decision-row.ts";
import { SOURCES } from "./sources.ts";
import { turnOnHyperV } from "./windows-remedies.ts";

const ROW = { on: ["windows"], applies: ["hyperv"] } as const;
const SERVER_23H2 = 25_398;

/** Rows of Hyper-V isolation on Windows. The image is known not to be newer than the host, where builds are known. */
export const WINDOWS_HYPERV_ROWS: readonly DecisionRow[] = [
  {
    ...ROW,
    id: "no-hypervisor",
    when: ({ host }) => host.hypervisor.usable === false,
    verdict: "fails",
    says: ({ host }) =>
      `Hyper-V isolation needs the Hyper-V feature. ${host.hypervisor.why} A start would fail with 0xc0351000.`,
    sources: [SOURCES.requirements],
    hresult: "0xc0351000",
    remedies: turnOnHyperV,
  },
  foreignOnArm64("hyperv"),
  {
    ...ROW,
    id: "hyperv-host-build-unknown",
    when: ({ host }) => host.build === null,
    verdict: "unknown",
    says: () => "The host's build is not known. An image that is newer than the host does not run.",
    sources: [SOURCES.compatibility],
  },
  {
    ...ROW,
    id: "hyperv-image-build-unknown",
    when: ({ image }) => image.build === null,
    verdict: "unknown",
    says: ({ host }) =>
      `The image's build is not known. Build ${host.build} and every older one runs under Hyper-V isolation, a newer one does not.`,
    sources: [SOURCES.compatibility],
    remedies: () => [{ kind: "other", label: "Pull the image: its configuration names the build." }],
  },
  {
    ...ROW,
    id: "hypervisor-unknown",
    when: ({ host }) => host.hypervisor.usable === null,
    verdict: "unknown",
    says: ({ host, image }) =>
      `Whether Hyper-V works on this host is not known. ${host.hypervisor.why} Where it works, host build ${host.build} runs image build ${image.build}.`,
    sources: [SOURCES.requirements, SOURCES.compatibility],
    remedies: turnOnHyperV,
  },
  {
    ...ROW,
    id: "hyperv-runs-older-images",
    verdict: "runs",
    says: ({ host, image }) =>
      image.build === host.build
        ? `Image and host are both build ${host.build}: it runs in a utility VM with a kernel of its own.`
        : `Image build ${image.build} is older than host build ${host.build}: the utility VM brings the image's own kernel.`,
    sources: [SOURCES.compatibility, SOURCES.isolationModes],
    disagreement: server23H2,
  },
];

function server23H2({ host }: Asked): Disagreement | null {
  if (host.build !== SERVER_23H2) return null;
  return {
    says: "For Windows Server 23H2 the compatibility table names ltsc2022 under process isolation and does not confirm Hyper-V isolation.",
    sources: [SOURCES.compatibility],
  };
}
