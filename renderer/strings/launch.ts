import type { Isolation } from "../../electron/contract/engine.ts";
import { inSentence, type Words } from "../app/words.ts";

/** Words of the Launch dialog. */
export const launchStrings = {
  title: "Launch container",
  on: (host: string, release: string) => `on ${host}, ${release}`,
  close: "Close",
  image: "Image",
  imageNeeded: "An image is needed.",
  command: "Command",
  commandHint: (own: string) => `Empty runs the image's own: ${own}`,
  interactive: "Interactive",
  isolation: "Isolation",
  default: "Default",
  defaultIs: (word: string) => `${word} on this engine`,
  more: "Name, environment, memory, CPUs",
  name: "Name",
  nameHint: "Empty lets Isoscope choose one.",
  env: "Environment",
  envHint: "One NAME=value per line.",
  memory: "Memory, MiB",
  cpus: "CPUs",
  preview: "Boundary preview",
  hostKernel: "Host kernel",
  guestKernel: "Guest kernel",
  sharedHostKernel: (release: string) => `Host kernel ${release}, shared`,
  sameAs: "Same as",
  copy: "Copy",
  moreCharacters: (count: number) => `… ${count} more characters`,
  noDockerLine: "Docker has no line for this: the micro-VM is Isoscope's own engine.",
  noImageLine: "Docker has no line for this: it runs images, not folders of layers.",
  cancel: "Cancel",
  cancelLaunch: "Cancel launch",
  starting: "Asking the engine",
  noEngine: "No engine here can do this.",
  refused: "The launch was refused.",
} as const;

/** The button names what it does, in the platform's words. */
export function launchButton(isolation: Isolation, words: Words): string {
  const word = words.isolation[isolation];
  if (words.pid === "Id") return `Launch under ${word}`;
  return isolation === "process" ? `Launch with ${inSentence(word)}` : `Launch in ${inSentence(word)}`;
}

/** What the wall is, said with the kernel. */
export const posture: Readonly<Record<Isolation, { readonly title: string; readonly text: string }>> = {
  process: {
    title: "Shared kernel",
    text: "Its processes are processes of the host and show in the host's list.",
  },
  hyperv: {
    title: "Own kernel",
    text: "The host sees one worker process and none of the processes inside.",
  },
};
