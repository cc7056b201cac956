import { cutMiddle } from "../format.ts";
import { type Html, html } from "./html.ts";

/** A drawing in px of its own. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: Html;
}

export const rect = (
  classes: string,
  x: number,
  y: number,
  width: number,
  height: number,
  radius = 0,
): Html =>
  html`<rect class="${classes}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>
`;

export const line = (classes: string, x1: number, y1: number, x2: number, y2: number): Html =>
  html`<line class="${classes}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>
`;

/** At most `most` characters, cut in the middle. */
export const label = (classes: string, x: number, y: number, text: string, most = 200): Html =>
  html`<text class="${classes}" x="${x}" y="${y}">${cutMiddle(text, most)}</text>
`;
