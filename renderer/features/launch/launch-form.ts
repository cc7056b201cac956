import type { Isolation } from "../../../electron/contract/engine.ts";
import type { LaunchSpecInput } from "../../../electron/contract/launch.ts";
import { splitCommand } from "../../../electron/model/command-line.ts";
import { readMemory } from "../../../electron/model/run-line/memory.ts";
import { launchStrings } from "../../strings/launch.ts";
import type { HoleDraft } from "./holes/hole-draft.ts";
import { readDrafts } from "./holes/read-draft.ts";

/** Whether the code in the container is trusted; null until somebody answers. */
export type Trust = "trusted" | "untrusted" | null;

/** The dialog's fields as typed. */
export interface LaunchForm {
  readonly image: string;
  readonly command: string;
  readonly interactive: boolean;
  readonly isolation: Isolation | "default";
  /** Whether somebody chose the isolation; until then the answer about trust may. */
  readonly isolationChosen: boolean;
  readonly trust: Trust;
  readonly holes: readonly HoleDraft[];
  readonly name: string;
  readonly env: string;
  readonly memory: string;
  readonly cpus: string;
}

export type Field = "image" | "command" | "name" | "env" | "memory" | "cpus" | "holes" | `holes.${string}`;
/** By field; a field of a hole by its path, e.g. `holes.0.source`, or `holes.0` for the hole as a whole. */
export type FieldErrors = Readonly<Partial<Record<Field, string>>>;

/** What can be sent, and what is wrong with the fields. With any error nothing should be sent. */
export interface ReadForm {
  readonly spec: LaunchSpecInput;
  readonly errors: FieldErrors;
}

const MIB = 1024 ** 2;

/** Reads the fields. Only what the text itself shows to be wrong is an error here; the host checks the rest. */
export function readForm(form: LaunchForm): ReadForm {
  const command = splitCommand(form.command);
  const env = readEnv(form.env);
  const memory = readAs(
    form.memory,
    (text) => readMemory(text, MIB),
    (bytes) => bytes >= 6 * MIB,
  );
  const cpus = readAs(
    form.cpus,
    (text) => Number(text.replace(",", ".")),
    (count) => count > 0,
  );
  const holes = readDrafts(form.holes);
  const image = form.image.trim();
  const name = form.name.trim();
  const errors: FieldErrors = {
    ...(image === "" && { image: launchStrings.imageNeeded }),
    ...("error" in command && { command: command.error }),
    ...(env.wrongLine !== null && { env: launchStrings.envWrong(env.wrongLine) }),
    ...(memory === "wrong" && { memory: launchStrings.memoryWrong }),
    ...(cpus === "wrong" && { cpus: launchStrings.cpusWrong }),
    ...holes.errors,
  };
  const spec: LaunchSpecInput = {
    image,
    command: "argv" in command ? [...command.argv] : [],
    isolation: form.isolation,
    interactive: form.interactive,
    env: env.values,
    holes: [...holes.holes],
    ...(name !== "" && { name }),
    ...(typeof memory === "number" && { memoryBytes: memory }),
    ...(typeof cpus === "number" && { cpus }),
  };
  return { spec, errors };
}

interface ReadEnv {
  readonly values: Record<string, string>;
  /** Counted from 1; null when every line can be read. */
  readonly wrongLine: number | null;
}

function readEnv(text: string): ReadEnv {
  const entries: [string, string][] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const sign = line.indexOf("=");
    if (sign < 1) return { values: Object.fromEntries(entries), wrongLine: index + 1 };
    entries.push([line.slice(0, sign).trim(), line.slice(sign + 1)]);
  }
  return { values: Object.fromEntries(entries), wrongLine: null };
}

function readAs(
  text: string,
  read: (text: string) => number | null,
  fits: (value: number) => boolean,
): number | "wrong" | null {
  if (text.trim() === "") return null;
  const value = read(text.trim());
  return value !== null && Number.isFinite(value) && fits(value) ? value : "wrong";
}

/** The field a refusal of the host is about; null when it is about none of them. */
export function fieldOf(path: string): Field | null {
  const [first, index, part] = path.split(".");
  switch (first) {
    case "image":
    case "command":
    case "name":
    case "env":
    case "cpus":
      return first;
    case "memoryBytes":
      return "memory";
    case "holes":
      if (index === undefined) return "holes";
      return part === undefined ? `holes.${index}` : `holes.${index}.${part}`;
    default:
      return null;
  }
}
