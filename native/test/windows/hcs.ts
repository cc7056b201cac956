import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { NativeHcs, NativeProcess, NativeSystem } from "../../hcs.ts";
import { type Addon, loadAddon } from "../../index.ts";

/** Windows path of the addon under test. */
export const ADDON_PATH = fromEnvironment("ISOSCOPE_TEST_ADDON");

/** Windows path of `native/`. */
export const NATIVE_FOLDER = dirname(dirname(dirname(ADDON_PATH)));

export const E_ABORT = 0x80004004;

/** What the tests set of the stand-in; `standin/README.md` describes all. */
interface Control {
  readonly delayMs?: number;
  readonly faults?: Readonly<Record<string, Fault>>;
  readonly never?: readonly string[];
  readonly hangs?: Readonly<Record<string, "before" | "after">>;
  readonly documents?: Readonly<Record<string, string>>;
  readonly lateCallbacks?: boolean;
  readonly lostEvents?: boolean;
  readonly disconnect?: number;
  readonly stopped?: boolean;
  readonly quirks?: readonly string[];
  readonly systems?: readonly (string | { readonly kind: string; readonly count: number })[];
}

interface Fault {
  readonly hresult: string;
  readonly document?: object;
  readonly when?: "call" | "result" | "after";
}

export function control(settings: Control): void {
  writeFileSync(fromEnvironment("HCS_STANDIN_CONTROL"), JSON.stringify(settings));
}

export const addon = (): Addon => loadAddon([ADDON_PATH]);

export function openHcs(): NativeHcs {
  const open = addon().openHcs;
  if (!open) throw new Error("the addon has no openHcs");
  return open();
}

/** A container of process isolation, which ends with its last handle. */
export const CONTAINER = JSON.stringify({
  Owner: "isoscope",
  SchemaVersion: { Major: 2, Minor: 1 },
  ShouldTerminateOnLastHandleClosed: true,
  Container: { GuestOs: { HostName: "demo" } },
});

/** A running container. */
export async function startContainer(hcs: NativeHcs, id: string): Promise<NativeSystem> {
  const system = await hcs.create(id, CONTAINER);
  await system.start();
  return system;
}

/** Runs a command with all three pipes, or as a console with two. */
export function run(system: NativeSystem, command: string, isConsole = false): Promise<NativeProcess> {
  return system.createProcess(
    JSON.stringify({
      CommandLine: command,
      EmulateConsole: isConsole,
      CreateStdInPipe: true,
      CreateStdOutPipe: true,
      CreateStdErrPipe: !isConsole,
      ...(isConsole ? { ConsoleSize: [30, 120] } : {}),
    }),
  );
}

/** Reads an output to its end. */
export async function readAll(process: NativeProcess, stream: "stdout" | "stderr"): Promise<string> {
  const parts: Uint8Array[] = [];
  for (let part = await process.read(stream); part; part = await process.read(stream)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** Reads an output until `wanted` is in it. */
export async function readUntil(process: NativeProcess, wanted: string): Promise<string> {
  let text = "";
  while (!text.includes(wanted)) {
    const part = await process.read("stdout");
    if (!part) throw new Error(`the output ended without ${wanted}: ${text}`);
    text += Buffer.from(part).toString("utf8");
  }
  return text;
}

/** The next event of a system or a process, and all since the call. */
export function events(watched: NativeSystem | NativeProcess) {
  const seen: number[] = [];
  const first = new Promise<{ readonly type: number; readonly data: string | null }>((resolve) => {
    watched.watch((event) => {
      seen.push(event.type);
      resolve(event);
    });
  });
  return { seen, first };
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
