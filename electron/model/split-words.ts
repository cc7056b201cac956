/** Arguments, or the place (an index into the text) of what is left open. */
export type SplitCommand =
  | { readonly argv: readonly string[] }
  | { readonly error: string; readonly at: number };

/** What stands at a place: a part of an argument (null: nothing at all), or what is left open there. */
export type Piece =
  | { readonly value: string | null; readonly next: number }
  | { readonly error: string; readonly at: number };

/** How a shell reads. */
export interface Quoting {
  /** How many characters from here on part arguments; 0 for none. */
  readonly gap: (text: string, at: number) => number;
  /** Reads on where no gap is. */
  readonly piece: (text: string, at: number) => Piece;
}

/** Splits a typed command into arguments by a shell's quoting. No shell runs. */
export function splitWords(text: string, { gap, piece }: Quoting): SplitCommand {
  const argv: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < text.length) {
    const apart = gap(text, at);
    if (apart > 0) {
      if (word !== null) argv.push(word);
      word = null;
      at += apart;
      continue;
    }
    const read = piece(text, at);
    if ("error" in read) return read;
    if (read.value !== null) word = (word ?? "") + read.value;
    at = read.next;
  }
  if (word !== null) argv.push(word);
  return { argv };
}

export const isBlank = (char: string): boolean => /\s/.test(char);
