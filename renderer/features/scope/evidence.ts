import type { Container } from "../../../electron/contract/container.ts";
import type { Kernel, Scope } from "../../../electron/contract/scope.ts";
import type { Words } from "../../app/words.ts";
import { formatDateTime } from "../../ui/format.ts";
import { type FindText, plainText } from "./find-text.ts";

function kernelLine(kernel: Kernel | null): string {
  if (!kernel) return "not read";
  const booted =
    kernel.bootedAt === null ? "boot time not read" : `booted ${formatDateTime(kernel.bootedAt)}`;
  return [kernel.release, booted, ...(kernel.bootId ? [`boot id ${kernel.bootId}`] : [])].join(", ");
}

/** What the screen shows, as text a reader can check in a terminal. */
export function evidenceText(
  container: Container,
  scope: Scope,
  found: FindText | null,
  words: Words,
): string {
  const isolation = scope.isolation ? words.isolation[scope.isolation] : "isolation not known";
  const known = scope.worker?.evidence ? `, ${scope.worker.evidence}` : "";
  const lines = [
    `${container.name} (${isolation}), ${container.image.ref}, ${container.command}`,
    ...(found ? [plainText(found), ...(found.evidence === "" ? [] : [found.evidence])] : []),
    ...scope.links.map(
      ({ insidePid, hostPid, certainty, evidence }) =>
        `PID ${insidePid} inside, PID ${hostPid} on host: ${certainty}, ${evidence}`,
    ),
    ...(scope.relatedEvidence ? [`On the host: ${scope.relatedEvidence}`] : []),
    ...(scope.worker
      ? [`Worker process on the host: ${scope.worker.name}, ${words.pid} ${scope.worker.pid}${known}`]
      : []),
    `Kernel inside: ${kernelLine(scope.containerKernel)}`,
    `Kernel of the host: ${kernelLine(scope.hostKernel)}`,
    `Kernels: ${scope.kernels}. ${scope.kernelEvidence}`,
    `Host read ${formatDateTime(scope.hostAt)}${scope.insideAt === null ? "" : `, inside read ${formatDateTime(scope.insideAt)} with ${scope.insideSource}`}`,
  ];
  return lines.join("\n");
}
