import type { DaemonConfig } from "../../contract/daemon-config.ts";
import type { Capability, Isolation } from "../../contract/engine.ts";
import type { FileState } from "./config-file.ts";
import type { ExecOpts } from "./exec-opts.ts";
import type { Located } from "./locate.ts";

/** What was found of the file. */
export interface Found extends Located {
  readonly state: Pick<FileState, "version"> | null;
  /** What it says; null where it cannot be read. */
  readonly read: ExecOpts | null;
  /** Why not; null where it can. */
  readonly unreadable: string | null;
}

type Setting = Pick<DaemonConfig, "isolation" | "origin" | "says" | "change">;

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

/** The same for people: what is set, by what, and whether it can be changed. */
export function describeConfig(
  platform: NodeJS.Platform,
  rule: Isolation | null,
  found: Found,
): DaemonConfig {
  const { path, foundBy, state, read } = found;
  return {
    ...{ path, foundBy, rule },
    exists: state !== null,
    version: state?.version ?? null,
    ...(platform === "win32" ? windowsSetting(rule, found) : linuxSetting(found)),
    problems: [...(read?.problems ?? [])],
    restart: RESTART[platform === "win32" ? "windows" : "linux"],
  };
}

const RESTART = {
  windows: {
    why: "dockerd reads the file when it starts, so it has to be restarted: running containers stop. Docker Desktop restarts from its own menu.",
    command: "Restart-Service docker",
  },
  linux: {
    why: "dockerd reads the file when it starts, so it has to be restarted: running containers stop unless live-restore is set.",
    command: "sudo systemctl restart docker",
  },
} as const;

function windowsSetting(rule: Isolation | null, { flag, read, unreadable }: Found): Setting {
  if (flag !== null) {
    const says = `dockerd was started with --exec-opt ${flag}, which decides.`;
    const reason = `${says} The same option in the file would keep it from starting: change the flag of its service.`;
    return { isolation: isolationOf(flag), origin: "flag", says, change: no(reason) };
  }
  if (read === null) {
    const reason = unreadable ?? "The file cannot be read.";
    return { isolation: null, origin: null, says: reason, change: no(reason) };
  }
  if (read.isolation !== null) {
    const says = `exec-opts has isolation=${read.isolation}.`;
    return { isolation: read.isolation, origin: "file", says, change: YES };
  }
  if (rule === null) return { isolation: null, origin: null, says: UNKNOWN_RULE, change: YES };
  return {
    isolation: null,
    origin: "rule",
    says: "The file leaves it to the edition of Windows.",
    change: YES,
  };
}

const UNKNOWN_RULE = "The file leaves it to the edition of Windows, which is not known.";

const isolationOf = (option: string): Isolation | null => {
  const word = option.slice(option.indexOf("=") + 1).toLowerCase();
  return word === "process" || word === "hyperv" ? word : null;
};

/** Seen with dockerd 20.10: it starts with the option and passes it over. */
function linuxSetting({ read, unreadable }: Found): Setting {
  const set = read === null ? (unreadable ?? "") : runtimeText(read);
  const says = `On Linux dockerd has no isolation option and passes over isolation= in exec-opts. What decides is its OCI runtime, "default-runtime" in the file: ${set}`;
  return {
    ...{ isolation: null, origin: null, says },
    change: no(
      "On Linux there is no default isolation to set. A launch names the micro-VM when it is wanted.",
    ),
  };
}

function runtimeText({ root }: ExecOpts): string {
  const property = root?.children?.findLast(({ children }) => children?.[0]?.value === "default-runtime");
  const value: unknown = property?.children?.[1]?.value;
  return typeof value === "string" ? `${value}.` : "it names none, so runc.";
}
