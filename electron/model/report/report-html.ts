import type { ReportDocument, ReportSection } from "../../contract/report.ts";
import { type Html, html, join, NOTHING, raw } from "./html.ts";
import { pictureSvg } from "./picture-svg.ts";
import { reportHead } from "./report-head.ts";
import { REPORT_STYLE, REPORT_STYLE_HASH } from "./report-style.ts";

/** One file that needs nothing else: no script, its own style, and a policy that lets nothing in. */
export function reportHtml(document: ReportDocument): string {
  const head = reportHead(document);
  const policy = `default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Isoscope">
<title>${document.title}</title>
<style>${raw(REPORT_STYLE)}</style>
</head>
<body>
<main>
<header>
<h1>${document.title}</h1>
<p class="${head.isRecorded ? "source recorded" : "source"}">${head.source}${head.note && ` ${head.note}`}</p>
${join(document.summary.map((sentence) => html`<p class="summary">${sentence}</p>`))}
</header>
${document.picture ? pictureSvg(document.picture, document.title) : NOTHING}
${join(document.sections.map(sectionHtml))}
<footer><p>${head.made}</p></footer>
</main>
</body>
</html>
`.text;
}

function sectionHtml(section: ReportSection): Html {
  return html`<section class="${section.kind}">
<h2>${section.title}</h2>
${body(section)}
</section>
`;
}

function body(section: ReportSection): Html {
  switch (section.kind) {
    case "facts":
      return html`<dl>${join(section.facts.map(factHtml))}</dl>`;
    case "table":
      return tableHtml(section);
    case "text":
      return join(section.lines.map((line) => html`<p>${line}</p>`));
    case "commands":
      return html`<dl>${join(
        section.commands.map(
          ({ command, shows }) => html`<div><dt><code>${command}</code></dt><dd>${shows}</dd></div>`,
        ),
      )}</dl>`;
  }
}

/** An id is for machines: it stands as one word, and is not what a reader looks for. */
const LONG_ID = /^[0-9a-f]{64}$/;

function factHtml({ name, value, note }: { name: string; value: string; note: string }): Html {
  const shown = LONG_ID.test(value) ? html`<code>${value}</code>` : html`<b>${value}</b>`;
  return html`<div><dt>${name}</dt><dd>${shown}${note === "" ? NOTHING : html` <span>– ${note}</span>`}</dd></div>`;
}

function tableHtml({ caption, columns, rows }: Extract<ReportSection, { kind: "table" }>): Html {
  const numeric = (index: number) => (columns[index]?.numeric ? raw(' class="number"') : NOTHING);
  return html`${caption === "" ? NOTHING : html`<p class="caption">${caption}</p>`}
<div class="scroll" tabindex="0" role="group" aria-label="${columns.map(({ title }) => title).join(", ")}">
<table>
<thead><tr>${join(columns.map(({ title }, index) => html`<th scope="col"${numeric(index)}>${title}</th>`))}</tr></thead>
<tbody>${join(
    rows.map(
      ({ cells, mark }) =>
        html`<tr${mark === "main" ? raw(' class="main"') : NOTHING}>${join(
          cells.map((cell, index) => html`<td${numeric(index)}>${cell}</td>`),
        )}</tr>`,
    ),
  )}</tbody>
</table>
</div>`;
}
