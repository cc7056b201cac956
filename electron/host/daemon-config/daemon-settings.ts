import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DaemonConfig, DaemonPreview, DaemonWish } from "../../contract/daemon-config.ts";
import type { Isolation } from "../../contract/engine.ts";
import { IsoscopeFailure, summarise, toIsoscopeError } from "../../contract/failure.ts";
import { changedLines } from "./changed-lines.ts";
import { type FileState, readState, replaceFile } from "./config-file.ts";
import { type DaemonText, readDaemonText } from "./daemon-text.ts";
import { editDefaultIsolation } from "./edit-default-isolation.ts";
import { readExecOpts } from "./exec-opts.ts";
import { locateDaemonFile, type Located, type RunningDaemon } from "./locate.ts";
import { describe, type Found } from "./describe.ts";

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
