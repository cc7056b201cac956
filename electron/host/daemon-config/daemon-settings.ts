import { access, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { DaemonConfig, DaemonPreview, DaemonWish } from "../../contract/daemon-config.ts";
import type { Isolation } from "../../contract/engine.ts";
import { IsoscopeFailure, summarise, toIsoscopeError } from "../../contract/failure.ts";
import { changedLines } from "./changed-lines.ts";
import { changedMeanwhile, type FileState, readState, replaceFile } from "./config-file.ts";
import { describeConfig, type Found } from "./describe.ts";
import { editDefaultIsolation } from "./edit-default-isolation.ts";
import { readExecOpts } from "./exec-opts.ts";
import { locateDaemonFile, type RunningDaemon } from "./locate.ts";

export interface DaemonSettingsDeps {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The dockerd processes that run on this host now. */
  readonly daemons: () => Promise<readonly RunningDaemon[]>;
  /** What the edition of this host does by itself; null where that is not known. */
  readonly rule: () => Isolation | null;
  /** ms since the Unix epoch. */
  readonly now: () => number;
}

interface FoundFile extends Found {
  readonly state: FileState | null;
}

interface Change {
  readonly found: FoundFile;
  readonly before: string;
  readonly after: string;
}

/** The default isolation in dockerd's configuration file. It never restarts the daemon. */
export class DaemonSettings {
  readonly #deps: DaemonSettingsDeps;

  constructor(deps: DaemonSettingsDeps) {
    this.#deps = deps;
  }

  /** Never rejects for what is wrong with the file: that is part of the answer. */
  async read(): Promise<DaemonConfig> {
    return this.#describe(await this.#find());
  }

  /** Rejects with `conflict` when the file is another than the wish is about, `unsupported` where it cannot be changed. */
  async preview(wish: DaemonWish): Promise<DaemonPreview> {
    const { found, before, after } = await this.#plan(wish);
    const lines = changedLines(before, after);
    const backup = lines && found.state ? await this.#backupName(found.path) : null;
    return {
      line: lines?.line ?? null,
      removed: [...(lines?.removed ?? [])],
      added: [...(lines?.added ?? [])],
      backup,
    };
  }

  /**
   * Writes the wish and returns where the file as it was is kept; null when there was none or nothing changes. Rejects as
   * `preview` does, and with `denied` without the rights; then nothing has changed.
   */
  async change(wish: DaemonWish): Promise<{ readonly backup: string | null }> {
    const { found, before, after } = await this.#plan(wish);
    if (before === after) return { backup: null };
    const { path, state } = found;
    const backup = state ? await this.#backupName(path) : null;
    const bytes = Buffer.from(after, "utf8");
    if (state === null) await mkdir(dirname(path), { recursive: true });
    await replaceFile({ path, before: state, bytes, backup });
    const written = await readState(path);
    if (!written?.bytes.equals(bytes)) throw notAsWritten(path, backup);
    return { backup };
  }

  #describe(found: Found): DaemonConfig {
    return describeConfig(this.#deps.platform, this.#deps.rule(), found);
  }

  async #plan({ isolation, version }: DaemonWish): Promise<Change> {
    const found = await this.#find();
    const { change, path } = this.#describe(found);
    if (!change.can) {
      throw new IsoscopeFailure({
        code: "unsupported",
        capability: "default isolation",
        reason: change.reason,
      });
    }
    if ((found.state?.version ?? null) !== version) throw changedMeanwhile(path);
    const before = found.read?.text ?? "";
    const edited = editDefaultIsolation(before, isolation);
    if ("refused" in edited) throw refusal(path, edited.refused);
    return { found, before, after: edited.text };
  }

  async #find(): Promise<FoundFile> {
    const { platform, env, daemons } = this.#deps;
    const located = locateDaemonFile(platform, env, await daemons().catch(() => []));
    let state: FileState | null = null;
    try {
      state = await readState(located.path);
      const read = readExecOpts(state ? decode(state.bytes) : "");
      if ("refused" in read)
        return { ...located, state, read: null, unreadable: `${located.path}: ${read.refused}` };
      return { ...located, state, read, unreadable: null };
    } catch (thrown) {
      return { ...located, state, read: null, unreadable: summarise(toIsoscopeError(thrown)) };
    }
  }

  /** A name that nothing has: `daemon.json.20261122T084012Z.bak`. */
  async #backupName(path: string): Promise<string> {
    const stamp = new Date(this.#deps.now()).toISOString().replace(/[-:]|\.\d+/g, "");
    for (let count = 1; ; count += 1) {
      const name = `${path}.${stamp}${count === 1 ? "" : `-${count}`}.bak`;
      if (!(await exists(name))) return name;
    }
  }
}

/** Keeps a byte order mark. Throws `invalid` for what is no UTF-8, which a text would not give back byte for byte. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new IsoscopeFailure({ code: "invalid", field: "", message: "It is not UTF-8 text." }, { cause });
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const refusal = (path: string, reason: string) =>
  new IsoscopeFailure({ code: "invalid", field: "", message: `${path}: ${reason}` });

const notAsWritten = (path: string, backup: string | null) =>
  new IsoscopeFailure({
    code: "internal",
    message: `${path} does not hold what was written.${backup === null ? "" : ` The file as it was is ${backup}.`}`,
  });
