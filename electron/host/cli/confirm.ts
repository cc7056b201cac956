import type { Terminal } from "./terminal.ts";

/** Asks a person. Only the word "yes" agrees; the input's end, and the signal, do not. */
export function confirm(
  question: string,
  { err, keyboard }: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  void err.write(question);
  return new Promise((resolve) => {
    let line = "";
    const answer = (agreed: boolean) => {
      stop();
      signal.removeEventListener("abort", refuse);
      resolve(agreed);
    };
    const refuse = () => answer(false);
    const stop = keyboard.read((text) => {
      line += text;
      if (line.includes("\n")) answer(line.trim().toLowerCase() === "yes");
    }, refuse);
    if (signal.aborted) refuse();
    else signal.addEventListener("abort", refuse, { once: true });
  });
}
