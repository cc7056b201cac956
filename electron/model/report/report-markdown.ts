import type { ReportDocument, ReportSection } from "../../contract/report.ts";
import { reportHead } from "./report-head.ts";

/** GitHub's Markdown. Whatever a container is called, it stays text: no markup, no further column. */
export function reportMarkdown(document: ReportDocument): string {
  const head = reportHead(document);
  const source = head.isRecorded ? `**${plain(head.source)}**` : plain(head.source);
  const parts = [
    `# ${plain(document.title)}`,
    [source, ...(head.note === "" ? [] : [plain(head.note)])].map((line) => `> ${line}`).join("\n>\n"),
    document.summary.map((sentence) => `**${plain(sentence)}**`).join("\n"),
    ...document.sections.map(section),
    `---\n\n${plain(head.made)}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section(part: ReportSection): string {
  return [`## ${plain(part.title)}`, ...body(part)].filter((line) => line !== "").join("\n\n");
}

function body(part: ReportSection): readonly string[] {
  switch (part.kind) {
    case "facts":
      return [
        part.facts
          .map(
            ({ name, value, note }) => `- ${plain(name)}: **${plain(value)}**${note && ` – ${plain(note)}`}`,
          )
          .join("\n"),
      ];
    case "table":
      return [plain(part.caption), table(part)];
    case "text":
      return part.lines.map(plain);
    case "commands":
      return part.commands.map(({ command, shows }) => `${fenced(command)}\n\n${plain(shows)}`);
  }
}

function table({ columns, rows }: Extract<ReportSection, { kind: "table" }>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => plain(title))),
    line(columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
    ...rows.map(({ cells, mark }) =>
      line(cells.map((cell) => (mark === "main" && cell !== "" ? `**${plain(cell)}**` : plain(cell)))),
    ),
  ].join("\n");
}

/** Text as text: on one line, with everything escaped that GitHub could take for markup, a link or a name. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .replace(/[<>&@]|:(?=\/\/)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]|~$]/g, (character) => `\\${character}`)
    .replace(/^(?:[#+=-]|\d+(?=[.)](?:\s|$)))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A fence longer than any run of backticks inside. */
function fenced(command: string): string {
  const runs = command.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}\n${command.replace(/\p{Cc}+/gu, " ")}\n${fence}`;
}
