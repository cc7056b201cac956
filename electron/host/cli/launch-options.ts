import { IsoscopeFailure } from "../../contract/failure.ts";
import type { LaunchHole } from "../../contract/hole.ts";
import { invalidInput } from "../../contract/invalid-input.ts";
import { LaunchSpec } from "../../contract/launch.ts";
import { readMemory } from "../../model/run-line/memory.ts";
import {
  type NotTaken,
  type ReadHole,
  readDevice,
  readMount,
  readNetwork,
  readPort,
  readVolume,
} from "../../model/run-line/read-hole.ts";
import { inWordsOfHoles } from "./hole-refusal.ts";
import { notUnderstood, type Values } from "./options.ts";

/** `docker run`'s words where it has them. */
export const LAUNCH_OPTIONS = {
  isolation: {
    type: "string",
    value: "MODE",
    says: "process (shared kernel), hyperv (own kernel in a VM) or default",
    completes: ["process", "hyperv", "default"],
  },
  engine: { type: "string", value: "ID", says: "on this engine", completes: "engine" },
  name: { type: "string", value: "NAME", says: "the container's name" },
  env: {
    type: "string",
    short: "e",
    value: "NAME[=VALUE]",
    multiple: true,
    says: "set a variable; without a value it is taken from here",
  },
  memory: { type: "string", short: "m", value: "BYTES", says: "memory limit: 512m, 1.5g" },
  cpus: { type: "string", value: "N", says: "how many CPUs it may use: 1.5" },
  volume: {
    type: "string",
    short: "v",
    value: "SRC:DST[:ro]",
    multiple: true,
    says: "show it a folder of the host",
    completes: "file",
  },
  mount: {
    type: "string",
    value: "FIELDS",
    multiple: true,
    says: "the same in docker's long form: type=bind,source=…,target=…[,readonly]",
  },
  pipe: {
    type: "string",
    value: "PATH[:DST]",
    multiple: true,
    says: "show it a named pipe, on Linux a Unix socket, of the host",
    completes: "file",
  },
  publish: {
    type: "string",
    short: "p",
    value: "[[IP:]PORT:]PORT[/udp]",
    multiple: true,
    says: "publish a port of it on the host",
  },
  network: {
    type: "string",
    value: "NAME",
    says: "put it into this network, or into that of container:NAME",
  },
  device: {
    type: "string",
    value: "DEVICE",
    multiple: true,
    says: "give it a device: /dev/…, or class/GUID",
    completes: "file",
  },
} as const;

type Given = Values<typeof LAUNCH_OPTIONS>;
type Env = Readonly<Record<string, string | undefined>>;

/** What is asked for, checked. Throws `invalid` that names the option. */
export function launchSpec(
  given: Given,
  [image = "", ...command]: readonly string[],
  interactive: boolean,
  env: Env,
): LaunchSpec {
  const { isolation, engine, name, memory, cpus } = given;
  const holes = holesOf(given);
  const read = LaunchSpec.safeParse({
    ...{ image, command, interactive, isolation, engine, name },
    env: Object.fromEntries((given.env ?? []).map((text) => variable(text, env))),
    memoryBytes: memory === undefined ? undefined : (readMemory(memory, 1) ?? refuse("memory", memory)),
    cpus: cpus === undefined ? undefined : readCpus(cpus),
    holes,
  });
  if (read.success) return read.data;
  throw new IsoscopeFailure(inWordsOfHoles(invalidInput(read.error), holes));
}

function variable(text: string, env: Env): readonly [string, string] {
  const sign = text.indexOf("=");
  if (sign > 0) return [text.slice(0, sign), text.slice(sign + 1)];
  const value = sign < 0 ? env[text] : undefined;
  if (value !== undefined) return [text, value];
  throw notUnderstood(sign < 0 ? `${text} has no value here.` : `a name is missing in "${text}"`, "--env");
}

function readCpus(text: string): number {
  const cpus = Number(text);
  return text.trim() !== "" && cpus > 0 && Number.isFinite(cpus) ? cpus : refuse("cpus", text);
}

const refuse = (option: string, text: string): never => {
  throw notUnderstood(`"${text}" is not understood.`, `--${option}`);
};

function holesOf({ volume, mount, pipe, publish, network, device }: Given): LaunchHole[] {
  const read = (option: string, values: readonly string[] | undefined, how: (value: string) => ReadHole) =>
    (values ?? []).map((value) => taken(option, value, how(value)));
  return [
    ...read("volume", volume, readVolume),
    ...read("mount", mount, readMount),
    ...read("pipe", pipe, readPipe),
    ...read("publish", publish, readPort),
    ...read("network", network === undefined ? [] : [network], readNetwork),
    ...read("device", device, readDevice),
  ];
}

/** A pipe by its path alone has the same name inside; one that does not look like a pipe is said to be one. */
function readPipe(value: string): ReadHole {
  const both = readVolume(value);
  const read = both.hole ? both : readVolume(`${value}:${value}`);
  if (read.hole?.kind !== "folder") return read;
  const { source, target } = read.hole;
  return { ...read, hole: { kind: "pipe", source, target } };
}

function taken(option: string, value: string, { hole, not }: ReadHole): LaunchHole {
  if (hole && not === undefined) return hole;
  throw notUnderstood(`"${value}": ${REASONS[not ?? "value"]}`, `--${option}`);
}

const REASONS: Readonly<Record<NotTaken, string>> = {
  "not-in-form": "Isoscope has no place for it.",
  "kept-after-exit": "Isoscope has no place for it.",
  "value-of-the-shell": "it has no value.",
  volume:
    "Isoscope shows folders and pipes of the host, each with its place inside: SRC:DST. It keeps no named volumes.",
  "port-range": "give each port of the range by itself.",
  options: "of docker's further options only read-only is known.",
  "other-name-inside": "a device keeps its name inside.",
  value: "not understood.",
};
