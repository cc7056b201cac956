import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ImportOptions, ReadableTar, WorkContext } from "../engine.ts";
import { readTags, restoreTags } from "./image-tags.ts";
import type { Session } from "./negotiate.ts";
import type { ProgressLine } from "./parse.ts";
import { sendArchive } from "./send-archive.ts";
import { splitRef } from "./split-ref.ts";
import { TransferReport } from "./transfer-report.ts";
import type { Query } from "./wire-query.ts";

const OP = "import the image";

/** Imports a root filesystem. On failure and when aborted, the reference is as it was before. Resolves with the id. */
export async function importTar(
  session: Session,
  tar: ReadableTar,
  ref: string,
  options: ImportOptions,
  { signal, progress }: WorkContext,
): Promise<string> {
  const query = { fromSrc: "-", ...target(ref, session.facts.flavour), changes: toChanges(options) };
  const before = await readTags(session);
  const report = new TransferReport(options.sizeBytes ?? null, progress);
  let id = "";
  const onLine = (line: ProgressLine) => {
    report.line(line);
    if (/^(sha256:)?[0-9a-f]{64}$/.test(line.status)) id = line.status;
  };
  const call = { op: OP, path: "/images/create", query, signal, onLine };
  await sendArchive(session, call, report.counted(tar));
  if (id === "") throw failed("The daemon ended the import without naming the image.");
  if (signal.aborted) {
    const { repo, tag } = splitRef(ref);
    await restoreTags(session, before, [`${repo}:${tag}`]);
    throw new IsoscopeFailure({ code: "cancelled", op: OP });
  }
  report.done();
  return id;
}

const failed = (message: string): IsoscopeFailure =>
  new IsoscopeFailure({ code: "http", op: OP, status: 200, message });

/** podman drops a separate tag. */
function target(ref: string, flavour: "docker" | "podman"): Query {
  const { repo, tag } = splitRef(ref);
  return flavour === "podman" ? { repo: `${repo}:${tag}` } : { repo, tag };
}

/** Dockerfile lines. Throws `invalid` for what one line cannot say. */
export function toChanges({ defaultCommand, env }: ImportOptions): readonly string[] {
  const lines = Object.entries(env).map(([name, value]) => `ENV ${name}=${quote(value)}`);
  const changes = defaultCommand.length === 0 ? lines : [...lines, `CMD ${JSON.stringify(defaultCommand)}`];
  const broken = changes.find((line) => /[\r\n]/.test(line));
  if (broken === undefined) return changes;
  throw new IsoscopeFailure({ code: "invalid", field: "env", message: "a value must be on one line" });
}

const quote = (value: string): string => `"${value.replace(/["\\$]/g, "\\$&")}"`;
