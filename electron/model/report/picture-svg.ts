import type { ReportDocument } from "../../contract/report.ts";
import { compareSvg } from "./compare-svg.ts";
import { type Html, html } from "./html.ts";
import { reportWords } from "./report-words.ts";
import { scopeSvg } from "./scope-svg.ts";

/** The picture as inline SVG, in the colours of the report's own style sheet. All it shows is in the tables, too. */
export function pictureSvg(picture: NonNullable<ReportDocument["picture"]>, title: string): Html {
  const drawn = picture.kind === "scope" ? scopeSvg(picture) : compareSvg(picture);
  return html`<figure><svg viewBox="0 0 ${drawn.width} ${drawn.height}" role="img" aria-label="${reportWords.pictureOf(title)}">
<defs>
<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-line" x1="0" y1="0" x2="0" y2="7"/></pattern>
</defs>
${drawn.shapes}
</svg></figure>
`;
}
