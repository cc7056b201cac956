import type { Isolation } from "../../../electron/contract/engine.ts";
import type { LaunchSpecInput } from "../../../electron/contract/launch.ts";
import { splitCommand } from "../../../electron/model/command-line.ts";
import { launchStrings } from "../../strings/launch.ts";

/** The dialog's fields as typed. */
export interface LaunchForm {
  readonly image: string;
  readonly command: string;
  readonly interactive: boolean;
  readonly isolation: Isolation | "default";
  readonly name: string;
  readonly env: string;
  readonly memory: string;
  readonly cpus: string;
}

export type Field = "image" | "command" | "name" | "env" | "memory" | "cpus";
export type FieldErrors = Readonly<Partial<Record<Field, string>>>;

/** What can be sent, and what is wrong with the fields. With any error nothing should be sent. */
export interface ReadForm {
  readonly spec: LaunchSpecInput;
  readonly errors: FieldErrors;
}

/** Reads the fields. Only what the text itself shows to be wrong is an error here; the host checks the rest. */
export function readForm(form: LaunchForm): ReadForm {
  const command = splitCommand(form.command);
  const env = readEnv(form.env);
  const memory = readNumber(
    form.memory,
    "a whole number of MiB, at least 6",
    (n) => Number.isInteger(n) && n >= 6,
  );
  const cpus = readNumber(form.cpus, "a number above 0", (n) => n > 0);
  const image = form.image.trim();
  const name = form.name.trim();
  const errors: FieldErrors = {
    ...(image === "" && { image: launchStrings.imageNeeded }),
    ...("error" in command && { command: command.error }),
    ...(env.error !== null && { env: env.error }),
    ...(memory.error !== null && { memory: memory.error }),
    ...(cpus.error !== null && { cpus: cpus.error }),
  };
  const spec: LaunchSpecInput = {
    image,
    command: "argv" in command ? [...command.argv] : [],
    isolation: form.isolation,
    interactive: form.interactive,
    env: env.values,
    ...(name !== "" && { name }),
    ...(memory.value !== null && { memoryBytes: memory.value * 1024 * 1024 }),
    ...(cpus.value !== null && { cpus: cpus.value }),
  };
  return { spec, errors };
}

function readEnv(text: string): { readonly values: Record<string, string>; readonly error: string | null } {
  const values: Record<string, string> = {};
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const sign = line.indexOf("=");
    if (sign < 1) return { values, error: `Line ${index + 1} is not NAME=value.` };
    values[line.slice(0, sign).trim()] = line.slice(sign + 1);
  }
  return { values, error: null };
}

function readNumber(
  text: string,
  wanted: string,
  fits: (n: number) => boolean,
): { readonly value: number | null; readonly error: string | null } {
  if (text.trim() === "") return { value: null, error: null };
  const value = Number(text.trim().replace(",", "."));
  return Number.isFinite(value) && fits(value)
    ? { value, error: null }
    : { value: null, error: `Give ${wanted}.` };
}

/** The field a refusal of the host is about; null when it is about none of them. */
export function fieldOf(path: string): Field | null {
  const [first] = path.split(".");
  switch (first) {
    case "image":
    case "command":
    case "name":
    case "env":
    case "cpus":
      return first;
    case "memoryBytes":
      return "memory";
    default:
      return null;
  }
}
