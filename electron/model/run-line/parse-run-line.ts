import type { LaunchHole } from "../../contract/hole.ts";
import type { RunLine } from "../docker-run-line.ts";
import { readMemory } from "./memory.ts";
import { type Flag, readFlags } from "./read-flags.ts";
import {
  type NotTaken,
  type ReadHole,
  readDevice,
  readMount,
  readNetwork,
  readPort,
  readVolume,
} from "./read-hole.ts";
import { type Shell, splitFor } from "./shell.ts";
import { afterRun } from "./words-of-run.ts";

/** A flag, or a part of one, that a launch here has no place for. Nothing is dropped in silence. */
export interface UnknownFlag {
  /** As it stands in the line, with its value. */
  readonly text: string;
  readonly why: NotTaken;
}

export type RunLineReading =
  | { readonly ok: true; readonly launch: RunLine; readonly unknown: readonly UnknownFlag[] }
  /** `detail`: what is left open, where a quote is. */
  | {
      readonly ok: false;
      readonly problem: "no-run-line" | "no-image" | "open-quote";
      readonly detail: string | null;
    };

/** What a `docker run` line asks for. The line is text only: no variable is expanded, no file is read. */
export function parseRunLine(text: string, shell: Shell): RunLineReading {
  const run = afterRun(text);
  if (run === null) return { ok: false, problem: "no-run-line", detail: null };
  const split = splitFor(shell, run.rest);
  if ("error" in split) return { ok: false, problem: "open-quote", detail: split.error };
  const { flags, rest } = readFlags(split.argv);
  const [image, ...command] = rest;
  if (image === undefined || image === "") return { ok: false, problem: "no-image", detail: null };
  const parts = flags.map((flag) => ({ flag, part: readFlag(flag) }));
  const unknown = parts.flatMap(({ flag, part }) => (part.not ? [{ text: flag.text, why: part.not }] : []));
  const before = run.before.map((text): UnknownFlag => ({ text, why: "not-in-form" }));
  return {
    ok: true,
    launch: { ...gather(parts.map(({ part }) => part)), image, command },
    unknown: [...before, ...unknown],
  };
}

/** What one flag adds. */
interface Part extends ReadHole {
  readonly set?: Partial<Pick<RunLine, "name" | "isolation" | "interactive" | "memoryBytes" | "cpus">>;
  readonly env?: readonly [name: string, value: string];
}

function gather(parts: readonly Part[]): Omit<RunLine, "image" | "command"> {
  const holes: LaunchHole[] = parts.flatMap(({ hole }) => (hole ? [hole] : []));
  const env = Object.fromEntries(parts.flatMap(({ env }) => (env ? [env] : [])));
  const nothing = { isolation: "default", interactive: false, name: null } as const;
  const set: Part["set"] = {};
  for (const part of parts) Object.assign(set, part.set);
  return { ...nothing, memoryBytes: null, cpus: null, ...set, env, holes };
}

const NOT_IN_FORM: Part = { not: "not-in-form" };

function readFlag({ name, value }: Flag): Part {
  switch (name) {
    case "detach":
      return {};
    case "interactive":
    case "tty":
      return value === "false" ? {} : { set: { interactive: true } };
    case "rm":
      return value === "false" ? {} : { not: "kept-after-exit" };
    default:
      return value === null ? NOT_IN_FORM : (VALUES.get(name)?.(value) ?? NOT_IN_FORM);
  }
}

/** Flags with a value that the form knows. */
const VALUES: ReadonlyMap<string, (value: string) => Part> = new Map([
  ["name", (value: string): Part => ({ set: { name: value } })],
  ["isolation", readIsolation],
  ["memory", readMemoryFlag],
  ["cpus", readCpus],
  ["env", readEnv],
  ["publish", readPort],
  ["volume", readVolume],
  ["mount", readMount],
  ["network", readNetwork],
  ["device", readDevice],
]);

function readIsolation(value: string): Part {
  return value === "process" || value === "hyperv" || value === "default"
    ? { set: { isolation: value } }
    : { not: "value" };
}

function readMemoryFlag(value: string): Part {
  const memoryBytes = readMemory(value, 1);
  return memoryBytes === null ? { not: "value" } : { set: { memoryBytes } };
}

function readCpus(value: string): Part {
  const cpus = Number(value);
  return value.trim() !== "" && cpus > 0 && Number.isFinite(cpus) ? { set: { cpus } } : { not: "value" };
}

/** A name alone takes the value that the shell has, which nobody here knows. */
function readEnv(value: string): Part {
  const sign = value.indexOf("=");
  if (sign < 0) return { not: "value-of-the-shell" };
  return sign === 0 ? { not: "value" } : { env: [value.slice(0, sign), value.slice(sign + 1)] };
}
