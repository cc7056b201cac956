import { PLAIN, type TextStyle } from "./sgr.ts";

/** The classes that draw a style: no colour is written on an element, so that every look can choose its own. */
export function styleClass(style: TextStyle): string {
  if (style === PLAIN) return "";
  const { foreground, background } = style;
  return [
    foreground === null ? "" : `ansi-fg ansi-${foreground}`,
    background === null ? "" : `ansi-bg ansi-bg-${background}`,
    style.bold ? "ansi-bold" : "",
    style.dim ? "ansi-dim" : "",
    style.italic ? "ansi-italic" : "",
    style.underline ? "ansi-underline" : "",
    style.strike ? "ansi-strike" : "",
    style.inverse ? "ansi-inverse" : "",
  ]
    .filter((name) => name !== "")
    .join(" ");
}
