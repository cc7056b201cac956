import type { ReportSection } from "../../contract/report.ts";
import type { Kernel, Scope } from "../../contract/scope.ts";
import { publishedEvidence } from "../evidence/published-evidence.ts";
import { formatDateTime } from "../format.ts";
import { reportWords } from "./report-words.ts";

/** Both readings, and whether they are of one kernel. */
export function kernelFacts(
  { containerKernel, hostKernel, kernels, kernelEvidence }: Scope,
  published: boolean,
): ReportSection {
  return {
    kind: "facts",
    title: reportWords.kernels,
    facts: [
      {
        name: reportWords.verdict,
        value: reportWords.verdicts[kernels],
        note: published ? publishedEvidence.kernels : kernelEvidence,
      },
      { name: reportWords.kernelInside, ...readingOf(containerKernel) },
      { name: reportWords.kernelHost, ...readingOf(hostKernel) },
    ],
  };
}

function readingOf(kernel: Kernel | null): { value: string; note: string } {
  if (kernel === null) return { value: reportWords.notRead, note: "" };
  const { release, bootId } = kernel;
  const note = [bootedText(kernel), ...(bootId === null ? [] : [reportWords.bootId(bootId)])].join(", ");
  return { value: release, note };
}

export const bootedText = (kernel: Kernel | null): string =>
  kernel?.bootedAt == null ? reportWords.bootNotRead : reportWords.booted(formatDateTime(kernel.bootedAt));
