import { BARE_FLAGS, FLAG_ALIASES, SHORT_FLAGS } from "./docker-flags.ts";

/** One flag as it was written. */
export interface Flag {
  /** Its long name, without dashes. */
  readonly name: string;
  /** Null of a flag that stands alone, and of one whose value is missing. */
  readonly value: string | null;
  /** As it stands in the line, with its value. */
  readonly text: string;
}

/** The flags in front of the image, and the image with what follows it. */
export interface FlagsAndRest {
  readonly flags: readonly Flag[];
  readonly rest: readonly string[];
}

/** Parts the words after `docker run` as its own reader of flags does. */
export function readFlags(words: readonly string[]): FlagsAndRest {
  const flags: Flag[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? "";
    if (word === "--") return { flags, rest: words.slice(at + 1) };
    if (!word.startsWith("-") || word === "-") break;
    const next = words[at + 1] ?? null;
    const read = word.startsWith("--") ? readLong(word, next) : readShort(word, next);
    flags.push(...read.flags);
    at += read.tookNext ? 2 : 1;
  }
  return { flags, rest: words.slice(at) };
}

interface Read {
  readonly flags: readonly Flag[];
  /** Whether the next word was the value. */
  readonly tookNext: boolean;
}

function readLong(word: string, next: string | null): Read {
  const sign = word.indexOf("=");
  const written = sign < 0 ? word.slice(2) : word.slice(2, sign);
  const name = FLAG_ALIASES.get(written) ?? written;
  if (sign >= 0) return one({ name, value: word.slice(sign + 1), text: word });
  return BARE_FLAGS.has(name) ? one({ name, value: null, text: word }) : withNext(name, word, next);
}

const one = (flag: Flag): Read => ({ flags: [flag], tookNext: false });

const withNext = (name: string, word: string, next: string | null): Read => ({
  flags: [{ name, value: next, text: next === null ? word : `${word} ${next}` }],
  tookNext: next !== null,
});

/** `-it`, `-p8080:80`, `-p=8080:80`, `-dp 8080:80`: letters that stand alone, and at the end one with its value. */
function readShort(word: string, next: string | null): Read {
  const flags: Flag[] = [];
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    const name = SHORT_FLAGS.get(letter) ?? letter;
    const value = word.slice(at + 1);
    if (value.startsWith("=")) {
      return {
        flags: [...flags, { name, value: value.slice(1), text: `-${letter}${value}` }],
        tookNext: false,
      };
    }
    if (BARE_FLAGS.has(name)) {
      flags.push({ name, value: null, text: `-${letter}` });
    } else if (value !== "") {
      return { flags: [...flags, { name, value, text: `-${letter}${value}` }], tookNext: false };
    } else {
      const last = withNext(name, `-${letter}`, next);
      return { flags: [...flags, ...last.flags], tookNext: last.tookNext };
    }
  }
  return { flags, tookNext: false };
}
