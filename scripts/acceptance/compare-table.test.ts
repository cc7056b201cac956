import { describe, expect, it } from "vitest";
import { compareTable } from "./compare-table.mjs";
import { row, told } from "./seed-facts.ts";

const many = Array.from({ length: 40 }, (_, index) => row({ pid: 100 + index, start: String(1000 + index) }));

describe("compareTable", () => {
  it("lets a value move between the readings, and a little beyond", () => {
    const grown = { ...row(), columns: { ...row().columns, handles: 90 } };
    expect(compareTable([row()], [{ ...told(row()), handles: 80 }], [grown])).toMatchObject({
      status: "pass",
    });
    expect(compareTable([row()], [{ ...told(row()), handles: 200 }], [grown])).toEqual({
      status: "fail",
      reason: "handles agrees for 0 % only",
    });
  });

  it("looks only at processes that lived through both readings", () => {
    const gone = row({ pid: 7 });
    const reused = row({ pid: 8, start: "5" });
    const after = [row(), row({ pid: 8, start: "6" })];
    expect(compareTable([row(), gone, reused], [told(row())], after)).toMatchObject({ status: "pass" });
  });

  it("misses no process", () => {
    const verdict = compareTable(many, many.slice(4).map(told), many);
    expect(verdict).toMatchObject({
      status: "fail",
      reason: expect.stringContaining("PING (100), PING (101)"),
    });
    expect(verdict.reason).toContain("and 1 more");
    expect(compareTable([row()], [{ ...told(row()), start: "1" }], [row()])).toMatchObject({
      status: "fail",
    });
    expect(compareTable([row()], [{ ...told(row()), start: null }], [row()])).toMatchObject({
      status: "pass",
    });
  });

  it("forgives a few busy processes, but no name and no session", () => {
    const [first, ...rest] = many.map(told);
    if (!first) throw new Error("there is one");
    expect(compareTable(many, [{ ...first, rssBytes: 9e9 }, ...rest], many)).toMatchObject({
      status: "pass",
    });
    expect(compareTable(many, [{ ...first, sessionId: 0 }, ...rest], many)).toMatchObject({ status: "fail" });
    expect(compareTable(many, [{ ...first, name: "ping" }, ...rest], many)).toMatchObject({ status: "fail" });
  });

  it("takes no column that the addon leaves out", () => {
    const poor = { ...row(), columns: { ...row().columns, nonPagedBytes: null } };
    expect(compareTable([poor], [told(row())], [poor])).toEqual({
      status: "fail",
      reason: "nonPagedBytes agrees for 0 % only",
    });
  });
});
