import { applySgr, PLAIN, type TextStyle } from "./sgr.ts";

export interface Segment {
  readonly text: string;
  readonly style: TextStyle;
}

const ESC = String.fromCharCode(0x1b);
const BEL = String.fromCharCode(0x07);
const CSI = `${ESC}\\[([0-?]*)[ -/]*([@-~])`;
/** Operating system commands and their kin: up to BEL or ESC \, or the end of the line where it is missing. */
const STRING = `${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?`;
const SHORT = `${ESC}[ -/]*[0-Z\\\\^-~]`;
const SEQUENCE = new RegExp(`${CSI}|${STRING}|${SHORT}|${ESC}`, "g");

/** Whether text has nothing that must be taken out or drawn otherwise. Tabs are not plain: their width varies. */
export function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/**
 * The visible runs of one line. SGR sequences become styles, all other sequences go, other control characters become
 * their pictures (U+2400 …). Each line begins plain, whatever the one before left behind.
 */
export function parseAnsi(line: string): readonly Segment[] {
  if (!line.includes(ESC)) return [{ text: withPictures(line), style: PLAIN }];
  const segments: Segment[] = [];
  let style = PLAIN;
  let from = 0;
  const add = (text: string) => {
    if (text !== "") segments.push({ text: withPictures(text), style });
  };
  for (const match of line.matchAll(SEQUENCE)) {
    add(line.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[2] === "m" && /^[\d;:]*$/.test(match[1] ?? "")) style = applySgr(style, match[1] ?? "");
  }
  add(line.slice(from));
  return segments.length === 0 ? [{ text: "", style: PLAIN }] : segments;
}

/** What a reader sees of a line, without its styles. */
export function visibleText(line: string): string {
  if (isPlain(line)) return line;
  return withPictures(line.replaceAll(SEQUENCE, ""));
}

/** C0 controls but tab, and DEL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const CONTROLS = /[\x00-\x08\x0a-\x1f\x7f]/g;

function withPictures(text: string): string {
  return text.replaceAll(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
  });
}
