import { expect, it } from "vitest";
import type { Finding } from "../../contract/doctor.ts";
import { rootCommand } from "./fixes.ts";
import { doctorReport } from "./report.ts";
import { summaryText, worstFirst } from "./summary.ts";

const finding = (change: Partial<Finding>): Finding => ({
  ...{ id: "a.b", category: "host", title: "Thing", engines: [], state: "ok", found: "It is there." },
  ...{ why: "It matters.", evidence: [], fixes: [], noFix: null },
  ...{ checkedAt: 1, checking: false, run: null },
  ...change,
});

it("counts what there is, and what is fine always", () => {
  expect(summaryText([])).toBe("0 fine");
  const states = ["ok", "problem", "problem", "unknown", "warning", "not-applicable"] as const;
  expect(summaryText(states.map((state) => ({ state })))).toBe("2 problems, 1 warning, 1 not known, 1 fine");
  expect(worstFirst(states.map((state) => ({ state })))[0]?.state).toBe("problem");
});

it("writes worst first, and text of the host's cannot end its code", () => {
  const person = { name: "ana", elevated: false, groups: [], listed: [] };
  const fix = rootCommand(person, { id: "x", title: "Do it", argv: ["do", "a b"], changes: "It." });
  const text = doctorReport(
    [
      finding({}),
      finding({
        state: "problem",
        title: "Bad",
        evidence: [{ name: "Says\n#", value: "a `` b\n## c" }],
        fixes: [fix],
      }),
    ],
    { hostName: "lab", appVersion: "1.0.0", at: 0 },
  );
  expect(text.indexOf("## Problem: Bad")).toBeLessThan(text.indexOf("## Fine: Thing"));
  expect(text).toContain("- Says #: ``` a `` b ## c ```");
  expect(text).toContain("- Fix: Do it: `sudo do 'a b'`");
});
