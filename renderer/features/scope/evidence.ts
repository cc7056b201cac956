import type { Container } from "../../../electron/contract/container.ts";
import type { Kernel, Scope } from "../../../electron/contract/scope.ts";
import {
  type CommandContext,
  checkCommands,
  type LookedFor,
} from "../../../electron/model/evidence/check-commands.ts";
import { evidenceWords } from "../../../electron/model/evidence/evidence-words.ts";
import { linkEvidence } from "../../../electron/model/evidence/link-evidence.ts";
import { formatDateTime } from "../../../electron/model/format.ts";
import type { Words } from "../../app/words.ts";
import { scopeStrings } from "../../strings/scope.ts";
import type { Found } from "./find.ts";
import { findText, plainText } from "./find-text.ts";

interface EvidenceInput {
  readonly container: Container;
  readonly scope: Scope;
  readonly found: Found;
  readonly words: Words;
  readonly commands: CommandContext;
  /** What to know before reading it; "" for nothing. */
  readonly preface?: string;
}

/** What the screen shows, as text, and below it the commands by which a reader sees the same in a terminal. */
export function evidenceText({
  container,
  scope,
  found,
  words,
  commands,
  preface = "",
}: EvidenceInput): string {
  const lines = [
    ...(preface === "" ? [] : [preface]),
    headline(container, scope, words),
    ...foundLines(found, words),
    ...scope.links.map(
      (link) =>
        `PID ${link.insidePid} inside, ${words.pid} ${link.hostPid} on host: ${link.certainty}. ${linkEvidence(link)}`,
    ),
    ...(scope.relatedEvidence ? [`On the host: ${scope.relatedEvidence}`] : []),
    ...workerLines(scope, words),
    `Kernel inside: ${kernelLine(scope.containerKernel)}`,
    `Kernel of the host: ${kernelLine(scope.hostKernel)}`,
    `Kernels: ${scope.kernels}. ${scope.kernelEvidence}`,
    readLine(scope),
    "",
    evidenceWords.checkYourself,
    ...checkCommands(scope, lookedFor(found), commands).map(
      ({ command, shows }) => `  ${command}\n      ${shows}`,
    ),
  ];
  return lines.join("\n");
}

function lookedFor({ result }: Found): LookedFor {
  return {
    link: result.kind === "same" ? result.link : null,
    hidden: result.kind === "hidden" ? result : null,
  };
}

function headline({ name, image, command }: Container, { isolation }: Scope, words: Words): string {
  const how = isolation ? words.isolation[isolation] : scopeStrings.isolationUnknown;
  return `${name} (${how}), ${image.ref}, ${command}`;
}

function foundLines({ result }: Found, words: Words): string[] {
  if (result.kind === "idle") return [];
  const text = findText(result, words.pid);
  return [plainText(text), ...(text.evidence === "" ? [] : [text.evidence])];
}

function workerLines({ worker }: Scope, words: Words): string[] {
  if (!worker) return [];
  const known = worker.evidence ? `, ${worker.evidence}` : "";
  return [`Worker process on the host: ${worker.name}, ${words.pid} ${worker.pid}${known}`];
}

function kernelLine(kernel: Kernel | null): string {
  if (!kernel) return scopeStrings.notRead;
  const booted =
    kernel.bootedAt === null ? "boot time not read" : `booted ${formatDateTime(kernel.bootedAt)}`;
  return [kernel.release, booted, ...(kernel.bootId ? [`boot id ${kernel.bootId}`] : [])].join(", ");
}

function readLine({ hostAt, insideAt, insideSource }: Scope): string {
  const inside = insideAt === null ? "" : `, inside read ${formatDateTime(insideAt)} with ${insideSource}`;
  return `Host read ${formatDateTime(hostAt)}${inside}`;
}
