import type { Isolation } from "../../electron/contract/engine.ts";
import { memoryWord } from "../../electron/model/run-line/memory.ts";
import type { Shell } from "../../electron/model/run-line/shell.ts";
import { inSentence, type Words } from "../app/words.ts";

/** Words of the Launch dialog. */
export const launchStrings = {
  title: "Launch container",
  recording: "This is a recording.",
  recordingText:
    "What it holds can be launched, and is shown as it was. Other images and commands, holes, limits and environment are not in it.",
  on: (host: string, release: string) => `on ${host}, ${release}`,
  close: "Close",
  image: "Image",
  demoImage: "demo",
  imageNeeded: "An image is needed.",
  command: "Command",
  commandHint: (own: string) => `Empty runs the image's own: ${own}`,
  interactive: "Interactive",
  isolation: "Isolation",
  default: "Default",
  defaultIs: (word: string) => `${word} on this engine`,
  trust: "Do you trust the code in this container?",
  trusted: "Trusted",
  trustedMeans: "Mine or my team's. Either mode is fine.",
  untrusted: "Untrusted",
  untrustedMeans: (own: string) => `Third party or unknown. Use ${own}.`,
  more: "Name, environment, memory, CPUs",
  name: "Name",
  nameHint: "Empty lets Isoscope choose one.",
  env: "Environment",
  envHint: "One NAME=value per line.",
  memory: "Memory",
  memoryHint: "512m or 1.5g; a bare number counts MiB.",
  memoryWrong: "Give a size of at least 6 MiB: 512m, 1.5g.",
  cpus: "CPUs",
  cpusWrong: "Give a number above 0.",
  envWrong: (line: number) => `Line ${line} is not NAME=value.`,
  preview: "Boundary preview",
  guestKernel: "Guest kernel",
  guestKernelOf: (release: string) => `Guest ${release}`,
  hostKernelOf: (release: string) => `Host ${release}`,
  sharedHostKernel: (release: string) => `Host kernel ${release}, shared`,
  further: (count: number) => `+${count}`,
  sameAs: "Same as",
  quotedFor: "Quoted for",
  oldPowerShell:
    "Windows PowerShell 5.1 loses empty arguments and double quotes in it; PowerShell 7.3 keeps them.",
  copyLine: { copy: "Copy", copied: "Copied", refused: "Not copied" },
  moreCharacters: (count: number) => `… ${count} more characters`,
  noDockerLine: "Docker has no line for this: the micro-VM is Isoscope's own engine.",
  noImageLine: "Docker has no line for this: it runs images, not folders of layers.",
  cancel: "Cancel",
  cancelLaunch: "Cancel launch",
  starting: "Asking the engine",
  noEngine: "No engine here can do this.",
  refused: "The launch was refused.",
} as const;

export const shellWords: Readonly<Record<Shell, string>> = { sh: "sh", powershell: "PowerShell" };

/** "build 20348" on Windows; elsewhere the kernel's own name. */
export const kernelName = (release: string): string => {
  const build = buildOfRelease(release);
  return build === null ? release : `build ${build}`;
};

/** As short as a slab has room for: "20348", "6.1.0-28-amd64". */
export const kernelMark = (release: string): string => buildOfRelease(release) ?? release;

const buildOfRelease = (release: string): string | null =>
  /^10\.0\.(\d+)(?:\.\d+)?$/.exec(release)?.[1] ?? null;

/** What is set in the folded part: "1 GB, 2 CPUs". */
export function moreSummary(set: {
  readonly name: string | undefined;
  readonly variables: number;
  readonly memoryBytes: number | undefined;
  readonly cpus: number | undefined;
}): string {
  return [
    set.name ?? "",
    set.variables === 0 ? "" : `${set.variables} ${set.variables === 1 ? "variable" : "variables"}`,
    set.memoryBytes === undefined ? "" : memoryText(set.memoryBytes),
    set.cpus === undefined ? "" : `${set.cpus} ${set.cpus === 1 ? "CPU" : "CPUs"}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

const UNITS: Readonly<Record<string, string>> = { g: "GiB", m: "MiB", k: "KiB", b: "B" };

/** In the units that limits are given in: "1 GiB". */
const memoryText = (bytes: number): string =>
  memoryWord(bytes).replace(/[gmkb]$/, (unit) => ` ${UNITS[unit]}`);

/** The button names what it does, in the platform's words. */
export function launchButton(isolation: Isolation, words: Words): string {
  const word = words.isolation[isolation];
  if (words.pid === "Id") return `Launch under ${word}`;
  return isolation === "process" ? `Launch with ${inSentence(word)}` : `Launch in ${inSentence(word)}`;
}

/** The same, of a mode that would fail: it may still be tried. */
export function launchAnyway(isolation: Isolation, words: Words): string {
  const word = inSentence(words.isolation[isolation]);
  if (words.pid === "Id") return `Launch anyway under ${word}`;
  return isolation === "process" ? `Launch anyway with ${word}` : `Launch anyway in ${word}`;
}

/** The same, of a recording: nothing is launched, what was launched is shown. */
export function playLaunch(isolation: Isolation, words: Words): string {
  const word = inSentence(words.isolation[isolation]);
  if (words.pid === "Id") return `Play the launch under ${word}`;
  return isolation === "process" ? `Play the launch with ${word}` : `Play the launch in ${word}`;
}
