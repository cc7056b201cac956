import type { ITheme } from "@xterm/xterm";

/** Which token each colour of the terminal is; the tokens follow the theme and forced colours. */
const TOKENS: Readonly<Partial<Record<Exclude<keyof ITheme, "extendedAnsi">, string>>> = {
  background: "--colorNeutralBackground1",
  foreground: "--colorNeutralForeground1",
  cursor: "--colorNeutralForeground1",
  cursorAccent: "--colorNeutralBackground1",
  selectionBackground: "--stream-selection",
  selectionForeground: "--stream-selection-text",
  scrollbarSliderBackground: "--colorNeutralStroke1",
  scrollbarSliderHoverBackground: "--colorNeutralStroke1Hover",
  scrollbarSliderActiveBackground: "--colorNeutralStroke1Pressed",
  black: "--ansi-0",
  red: "--ansi-1",
  green: "--ansi-2",
  yellow: "--ansi-3",
  blue: "--ansi-4",
  magenta: "--ansi-5",
  cyan: "--ansi-6",
  white: "--ansi-7",
  brightBlack: "--ansi-0",
  brightRed: "--ansi-1",
  brightGreen: "--ansi-2",
  brightYellow: "--ansi-3",
  brightBlue: "--ansi-4",
  brightMagenta: "--ansi-5",
  brightCyan: "--ansi-6",
  brightWhite: "--ansi-15",
};

export interface TerminalColours {
  readonly theme: ITheme;
  readonly match: string;
  readonly matchNow: string;
}

/** The colours as they are where the element stands. A probe resolves what a token only names, as system colours do. */
export function readColours(element: HTMLElement): TerminalColours {
  const probe = element.ownerDocument.createElement("span");
  probe.className = "terminal-probe";
  element.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return toHex(getComputedStyle(probe).color);
  };
  const theme = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, colour(token)]));
  const colours = { theme, match: colour("--stream-match"), matchNow: colour("--stream-match-now") };
  probe.remove();
  return colours;
}

/** `rgb(1, 2, 3)` as `#010203`: the one form that decorations take. */
function toHex(computed: string): string {
  const parts = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(computed)?.slice(1);
  return parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}` : "#808080";
}
