import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finishedComparison } from "../../../e2e/fixtures/compare-rows.ts";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { windowsScene } from "../../../e2e/fixtures/windows-scene.ts";
import { ReportDocument, type ReportSection } from "../../contract/report.ts";
import type { Session } from "../../contract/session.ts";
import { compareReport } from "./compare-report.ts";
import { REPORT_FORMATS, reportFile } from "./report-file.ts";
import { reportHtml } from "./report-html.ts";
import { reportJson } from "./report-json.ts";
import { reportMarkdown } from "./report-markdown.ts";
import { REPORT_STYLE, REPORT_STYLE_HASH } from "./report-style.ts";
import { scopeReport } from "./scope-report.ts";

const LIVE: Session = { kind: "live", recording: null };
const REPLAY: Session = {
  ...{ kind: "replay", title: "A ping under both isolations", origin: "built-in" },
  ...{ note: "Made of Microsoft's published figures.", recordedAt: 0, durationMs: 1, positionMs: 0 },
  ...{ playing: false, speed: 1, marks: [], gaps: [], openedBy: "person", liveHere: [] },
};
const now = Date.UTC(2026, 10, 22);

function reportOf(from: typeof scene, key: string, session: Session = LIVE): ReportDocument {
  const scope = from.scopes.find((one) => one.key === key);
  const container = from.containers.find((one) => one.key === key);
  if (!scope || !container) throw new Error(`no ${key} in the scene`);
  const engine = from.engines.find(({ id }) => id === container.engine);
  return scopeReport({ container, scope, engine, holes: null, host: from.host, session, now });
}

const shared = reportOf(windowsScene, "docker/ping-process");
const walled = reportOf(windowsScene, "docker/ping-hyperv");
const compared = compareReport({
  ...{ comparison: finishedComparison, host: scene.host, engines: scene.engines },
  ...{ session: LIVE, now },
});

const section = ({ sections }: ReportDocument, title: RegExp): ReportSection => {
  const found = sections.find((one) => title.test(one.title));
  if (!found) throw new Error(`no section ${title}`);
  return found;
};

describe("a report of a container", () => {
  it("says the same process, and keeps the tool's own columns", () => {
    expect(shared.summary[0]).toBe("The same process: PID 3964 inside = Id 3964 on the host.");
    const table = section(shared, /On the host/);
    expect(table).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ mark: "main" })]),
    });
    if (table.kind !== "table") throw new Error("not a table");
    expect(table.columns.map(({ title }) => title)).toEqual([
      ...["Handles", "NPM(K)", "PM(K)", "WS(K)", "VM(M)", "CPU(s)", "Id", "SI", "ProcessName"],
    ]);
    expect(table.rows[0]?.cells.slice(0, 4)).toEqual(["67", "5", "820", "3836"]);
  });

  it("draws no link through a wall, and says what the host sees instead", () => {
    expect(walled.summary.join(" ")).toContain("What the host sees instead: vmwp, Id 2376.");
    expect(walled.picture).toMatchObject({ links: [], hidden: 9 });
    expect(walled.sections.map(({ title }) => title)).not.toContain("The same process on both sides");
  });

  it("tells holes that are not known from none", () => {
    expect(section(shared, /leads through/)).toMatchObject({
      lines: [expect.stringContaining("did not tell")],
    });
  });

  it("says of a recording that it is one, first", () => {
    const recorded = reportOf(windowsScene, "docker/ping-process", REPLAY);
    for (const text of [reportHtml(recorded), reportMarkdown(recorded)]) {
      const at = text.indexOf("A recording was shown, not a live host");
      expect(at).toBeGreaterThan(0);
      expect(at).toBeLessThan(text.indexOf("The same process"));
      expect(text).toContain("published figures");
    }
    expect(reportHtml(shared)).not.toContain("A recording was shown");
  });
});

describe("a report of a comparison", () => {
  it("has the sentence, the verdict table, every run and how it was measured", () => {
    expect(compared.summary[0]).toMatch(/isolation took/);
    expect(compared.sections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["Comparison", "Results", "Every run", "How this was measured"]),
    );
    expect(compared.picture).toMatchObject({ kind: "compare", lanes: [{}, {}] });
  });
});

it("allows its own style and nothing else: after a change this is the style's hash", () => {
  const hash = createHash("sha256").update(REPORT_STYLE).digest("base64");
  expect(REPORT_STYLE_HASH).toBe(`sha256-${hash}`);
  expect(reportHtml(shared)).toContain(`style-src 'sha256-${hash}'`);
});

it("names its files for what is in them", () => {
  expect(REPORT_FORMATS.map((format) => reportFile(shared, format).name)).toEqual([
    ...["isoscope-ping-process.html", "isoscope-ping-process.md", "isoscope-ping-process.json"],
  ]);
});

/** What is a word of the schema and nobody else's. */
const FIXED = new Set(["kind", "mark", "isolation", "verdict"]);

/** Any text in every place where a container, a host or an engine says something. */
function spoilt(document: ReportDocument, text: string): ReportDocument {
  const spoil = (value: unknown): unknown => {
    if (typeof value === "string") return text;
    if (Array.isArray(value)) return value.map(spoil);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, FIXED.has(key) ? inner : spoil(inner)]),
    );
  };
  const { sections, picture, summary } = document;
  const said = { title: text, sections: spoil(sections), picture: spoil(picture), summary: spoil(summary) };
  return ReportDocument.parse({ ...document, ...said });
}

const NASTY = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "<script>alert(1)</script>",
          '"',
          "'",
          " onload=x",
          "</style>",
          "|",
          "\n",
          "\r",
          "\\",
          "`",
          "<!--",
        ],
        ...["](javascript:x)", "*", "_", "&lt;", "\0", "https://x.example", "@you", "# x", "---", "x"],
      ),
    )
    .map((parts) => parts.join("")),
);

describe("whatever a container is called", () => {
  const documents = [shared, walled, compared];
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

  it("HTML has no elements and attributes but its own", () => {
    const tags = (text: string) =>
      new Set(text.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""')) ?? []);
    fc.assert(
      fc.property(fc.constantFrom(...documents), NASTY, (document, text) => {
        const plain = tags(reportHtml(spoilt(document, "x")));
        const nasty = reportHtml(spoilt(document, text === "" ? "x" : text));
        for (const tag of tags(nasty)) expect(plain).toContain(tag);
        expect(nasty).not.toMatch(/<script/i);
      }),
      { numRuns: 60 },
    );
  });

  it("Markdown tables keep their columns, and no line begins or links what was not meant to", () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), NASTY, (document, text) => {
        const markdown = reportMarkdown(spoilt(document, text)).replace(/^(`{3,})\n.*\n\1$/gm, "");
        const widths = document.sections.flatMap((one) =>
          one.kind === "table" ? Array.from({ length: one.rows.length + 2 }, () => one.columns.length) : [],
        );
        const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
        expect(rows.map((row) => count(row.replace(/\\./g, ""), /\|/g) - 1)).toEqual(widths);
        expect(markdown).not.toMatch(/<|https?:\/\/|(?<!\\)\[/);
      }),
      { numRuns: 60 },
    );
  });

  it("JSON is what its schema says", () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), NASTY, (document, text) => {
        const written = spoilt(document, text);
        expect(ReportDocument.parse(JSON.parse(reportJson(written)))).toEqual(written);
      }),
      { numRuns: 30 },
    );
  });
});
