import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { IsoscopeFailure } from "../../contract/failure.ts";

/** A configuration file has some hundred bytes. */
const MOST_BYTES = 1 << 20;

/** One state of the file. */
export interface FileState {
  readonly bytes: Buffer;
  /** SHA-256 in hex. */
  readonly version: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Null where there is no such file. Rejects with `denied`, `invalid` where it is too large, or what the system says. */
export async function readState(path: string): Promise<FileState | null> {
  try {
    const { mode, uid, gid, size } = await stat(path);
    if (size > MOST_BYTES) throw tooLarge(path);
    const bytes = await readFile(path);
    return { bytes, version: versionOf(bytes), mode: mode & 0o777, uid, gid };
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return null;
    throw explain(thrown, path, "read");
  }
}

const versionOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

export interface Replacement {
  readonly path: string;
  /** What was there when the change was made up; null for none. */
  readonly before: FileState | null;
  readonly bytes: Buffer;
  /** Where the bytes of before are kept, beside the file; null without any. */
  readonly backup: string | null;
}

/**
 * Puts the new bytes in the place of the old ones at once: a file beside it, renamed over it, with mode and owner of the
 * old one. Before that the old bytes are kept under a name that nothing has. Rejects with `conflict` when the file has
 * changed meanwhile, `denied` without the rights; then nothing is changed and nothing is left behind.
 */
export async function replaceFile({ path, before, bytes, backup }: Replacement): Promise<void> {
  const real = before ? await realpath(path) : path;
  const fresh = join(dirname(real), `.daemon.json.${randomBytes(6).toString("hex")}.new`);
  const made: string[] = [];
  try {
    if (before && backup) await writeNew(backup, before.bytes, before, made);
    await writeNew(fresh, bytes, before, made);
    if ((await readState(path))?.version !== before?.version) throw changedMeanwhile(path);
    await rename(fresh, real);
  } catch (thrown) {
    await Promise.all(made.map((each) => rm(each, { force: true })));
    throw explain(thrown, path, "change");
  }
}

/** Never over a file that is there. It is on disk before this resolves. */
async function writeNew(path: string, bytes: Buffer, like: FileState | null, made: string[]): Promise<void> {
  const file = await open(path, "wx", like?.mode ?? 0o644);
  made.push(path);
  try {
    await file.writeFile(bytes);
    if (like) await takeAfter(file, like);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows has no such owners; its files take after their folder. */
async function takeAfter(file: FileHandle, { mode, uid, gid }: FileState): Promise<void> {
  if (process.platform === "win32") return;
  await file.chmod(mode);
  if (process.getuid?.() === 0) await file.chown(uid, gid);
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
}

function explain(thrown: unknown, path: string, what: "read" | "change"): unknown {
  const code = codeOf(thrown);
  if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") return thrown;
  const fix =
    process.platform === "win32"
      ? "Start Isoscope as administrator, or change the file in an editor that was."
      : "Start Isoscope as root, or change the file in an editor that was.";
  return new IsoscopeFailure({
    code: "denied",
    reason: `This user may not ${what} ${path}.`,
    fix,
    detail: thrown instanceof Error ? thrown.message : code,
  });
}

/** Somebody else wrote it after it was read. */
export const changedMeanwhile = (path: string) =>
  new IsoscopeFailure({
    code: "conflict",
    message: `${path} has changed meanwhile. Nothing was written.`,
    fix: "Read it anew, and look at the lines again.",
  });

const tooLarge = (path: string) =>
  new IsoscopeFailure({ code: "invalid", field: "path", message: `${path} is larger than 1 MiB.` });
