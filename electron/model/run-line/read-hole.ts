import type { LaunchHole } from "../../contract/hole.ts";
import { isPipePath } from "../hole-makers.ts";

/** Why the form has no place for a flag or for a part of it. The words are the interface's. */
export type NotTaken =
  | "not-in-form"
  | "kept-after-exit"
  | "value-of-the-shell"
  | "volume"
  | "port-range"
  | "options"
  | "other-name-inside"
  | "value";

/** What a flag's value comes to. */
export interface ReadHole {
  readonly hole?: LaunchHole;
  readonly not?: NotTaken;
}

/** `-v`: parted at colons, but a drive's is not one of them. */
export function readVolume(value: string): ReadHole {
  const [source, target, ...options] = partVolume(value);
  if (source === undefined || target === undefined || isVolumeName(source)) return { not: "volume" };
  return mounted(
    source,
    target,
    options.flatMap((option) => option.split(",")),
    "ro",
  );
}

const isVolumeName = (source: string): boolean => /^[A-Za-z0-9][\w.-]*$/.test(source);

/** Docker's own names have two characters at least: one letter before a slash is a drive. */
function partVolume(value: string): readonly string[] {
  const parts = value.match(/(?:^|(?<=:))[A-Za-z]:(?=[\\/])[^:]*|(?:^|(?<=:))[^:]*/g);
  return parts ?? [];
}

const HARMLESS = new Set(["", "rw"]);

function mounted(source: string, target: string, options: readonly string[], readOnly: string): ReadHole {
  const rest = options.filter((option) => option !== readOnly && !HARMLESS.has(option));
  const hole: LaunchHole = isPipePath(source)
    ? { kind: "pipe", source, target }
    : { kind: "folder", source, target, readOnly: options.includes(readOnly) };
  return { hole, ...(rest.length > 0 && { not: "options" as const }) };
}

const SOURCE = new Set(["source", "src"]);
const TARGET = new Set(["target", "dst", "destination"]);

/** `--mount`: comma-separated fields, quoted as in a CSV file. */
export function readMount(value: string): ReadHole {
  const fields = csvFields(value).map(keyAndValue);
  const of = (names: ReadonlySet<string>) => fields.find(({ key }) => names.has(key))?.value;
  const source = of(SOURCE);
  const target = of(TARGET);
  const type = of(new Set(["type"])) ?? "volume";
  if (source === undefined || target === undefined || !["bind", "npipe"].includes(type)) {
    return { not: "volume" };
  }
  const rest = fields.filter(({ key }) => key !== "type" && !SOURCE.has(key) && !TARGET.has(key));
  return mounted(source, target, rest.map(readOnlyOrText), "readonly");
}

function readOnlyOrText({ key, value }: { readonly key: string; readonly value: string }): string {
  if (key !== "readonly" && key !== "ro") return `${key}=${value}`;
  return ["", "true", "1"].includes(value) ? "readonly" : "rw";
}

function keyAndValue(field: string): { readonly key: string; readonly value: string } {
  const sign = field.indexOf("=");
  return sign < 0
    ? { key: field.toLowerCase(), value: "" }
    : { key: field.slice(0, sign).toLowerCase(), value: field.slice(sign + 1) };
}

const csvFields = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );

const PORT = /^(?:(?:\[([^\]]+)\]|(\d+(?:\.\d+){3})):(\d*):|(\d+):)?(\d+)(?:\/(tcp|udp))?$/;

/** `-p`: container port alone, with a host port, with an address; IPv6 addresses in brackets. */
export function readPort(value: string): ReadHole {
  const match = PORT.exec(value);
  if (!match) return { not: /\d-\d/.test(value) ? "port-range" : "value" };
  const [, ip6, ip4, portAtIp, port, containerPort, protocol] = match;
  const hostIp = ip6 ?? ip4;
  const hostPort = portAtIp || port;
  return {
    hole: {
      kind: "port",
      ...(hostIp !== undefined && { hostIp }),
      ...(hostPort !== undefined && hostPort !== "" && { hostPort: Number(hostPort) }),
      containerPort: Number(containerPort),
      protocol: protocol === "udp" ? "udp" : "tcp",
    },
  };
}

const OTHER_CONTAINER = "container:";

/** `--network`. Docker's long form with an alias or an address has no place here. */
export function readNetwork(value: string): ReadHole {
  if (/[=,]/.test(value)) return { not: "options" };
  return value.startsWith(OTHER_CONTAINER)
    ? { hole: { kind: "network", of: "container", name: value.slice(OTHER_CONTAINER.length) } }
    : { hole: { kind: "network", of: "network", name: value } };
}

/** `--device`: the device as it is called on the host. */
export function readDevice(value: string): ReadHole {
  const [device = "", inside, rights] = value.split(":");
  if (inside === undefined || (inside === device && rights === undefined)) {
    return { hole: { kind: "device", device } };
  }
  return inside === device || /^[rwm]+$/.test(inside)
    ? { hole: { kind: "device", device }, not: "options" }
    : { not: "other-name-inside" };
}
