import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ImportOptions, ReadableTar, WorkContext } from "../engine.ts";
import { jsonLines } from "./json-lines.ts";
import type { Session } from "./negotiate.ts";
import { ProgressLine } from "./parse.ts";
import { connectionError, isTornPipe, type WireOrigin } from "./wire-errors.ts";
import type { Query } from "./wire-query.ts";

/** Imports a root filesystem. When aborted midway the daemon gets a torn tar and makes no image. Resolves with the id. */
export async function importTar(
  session: Session,
  tar: ReadableTar,
  ref: string,
  options: ImportOptions,
  { signal, progress }: WorkContext,
): Promise<string> {
  const { wire, facts } = session;
  const op = "import the image";
  const query = { fromSrc: "-", ...target(ref, facts.flavour), changes: toChanges(options) };
  const call = {
    op,
    method: "POST",
    path: "/images/create",
    query,
    tar: counted(tar, progress),
    signal,
  } as const;
  const answer = await wire.stream({ ...call, timeoutMs: null });
  try {
    return await readImport(answer, wire.origin);
  } catch (thrown) {
    throw connectionError(thrown, op, wire.origin, signal);
  }
}

/** The last status line is the id. A failure can come as a line of an answer that began well. */
async function readImport(answer: AsyncIterable<Uint8Array>, origin: WireOrigin): Promise<string> {
  let id = "";
  try {
    for await (const raw of jsonLines(answer)) id = idIn(raw) ?? id;
  } catch (thrown) {
    // With the id told, a named pipe that breaks has only ended.
    if (id === "" || !isTornPipe(thrown, origin)) throw thrown;
  }
  if (id !== "") return id;
  throw failed("The daemon ended the import without naming the image.");
}

/** The id that a line of the answer tells, if it is that line. Throws when the line tells a failure. */
function idIn(raw: unknown): string | undefined {
  const line = ProgressLine.safeParse(raw);
  if (!line.success) return undefined;
  const message = line.data.errorDetail?.message || line.data.error;
  if (message) throw failed(message);
  return /^(sha256:)?[0-9a-f]{64}$/.test(line.data.status) ? line.data.status : undefined;
}

const failed = (message: string): IsoscopeFailure =>
  new IsoscopeFailure({ code: "http", op: "import the image", status: 200, message });

/** podman drops a separate tag. */
function target(ref: string, flavour: "docker" | "podman"): Query {
  const { repo, tag } = splitRef(ref);
  return flavour === "podman" ? { repo: `${repo}:${tag}` } : { repo, tag };
}

/** `host:5000/name:tag` into name and tag; a colon before a slash belongs to the host. */
export function splitRef(ref: string): { readonly repo: string; readonly tag: string } {
  const [, repo = ref, tag = "latest"] = /^(.*?)(?::([^:/]+))?$/.exec(ref) ?? [];
  return { repo, tag };
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

async function* counted(tar: ReadableTar, progress: WorkContext["progress"]): ReadableTar {
  let current = 0;
  for await (const bytes of tar) {
    yield bytes;
    current += bytes.length;
    progress({ phase: "Importing the image", current, total: null, unit: "bytes" });
  }
}
