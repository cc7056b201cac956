import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffProcesses } from "./diff-processes.ts";
import { anyTable, rawProcess } from "./fixtures/raw-process.ts";
import { ProcessBook } from "./process-book.ts";
import type { RawProcess } from "./process-reader.ts";
import { processKey } from "./process-table.ts";

function newBook(names: Record<string, string> = { "0": "root" }): ProcessBook {
  return new ProcessBook({
    owners: { nameOf: (owner) => names[owner] ?? owner, refresh: () => false },
    startedAt: (raw) => Number(raw.start) * 10,
  });
}

const seen = (at: number, ...changed: RawProcess[]) => ({ at, removed: [], changed });
const FULL = { full: true };

describe("ProcessBook", () => {
  it("names the user and the time of a new process, and no CPU share yet", () => {
    const { upsert } = newBook().apply(seen(0, rawProcess()), FULL);
    expect(upsert).toEqual([
      ["100:5000", expect.objectContaining({ user: "root", startedAt: 50_000, cpuPercent: null })],
    ]);
  });

  it("counts the share of one CPU between two readings", () => {
    const book = newBook();
    book.apply(seen(0, rawProcess({ cpuMs: 1000 })), FULL);
    book.apply(seen(1000, rawProcess({ cpuMs: 1250 })), FULL);
    expect(book.rows()[0]?.cpuPercent).toBe(25);
    book.apply(seen(1500, rawProcess({ cpuMs: 2250 })), FULL);
    expect(book.rows()[0]?.cpuPercent).toBe(200);
  });

  it("lets the share of a process that went idle fall to zero, once", () => {
    const book = newBook();
    book.apply(seen(0, rawProcess()), FULL);
    book.apply(seen(1000, rawProcess({ cpuMs: 500 })), FULL);
    expect(book.apply(seen(2000), FULL).upsert).toEqual([
      ["100:5000", expect.objectContaining({ cpuPercent: 0 })],
    ]);
    expect(book.apply(seen(3000), FULL)).toEqual({ upsert: [], remove: [] });
  });

  it("does not take a share over a moment for a share", () => {
    const book = newBook();
    book.apply(seen(0, rawProcess()), FULL);
    book.apply(seen(1000, rawProcess({ cpuMs: 100 })), FULL);
    book.apply(seen(1040, rawProcess({ cpuMs: 110 })), FULL);
    expect(book.rows()[0]?.cpuPercent).toBe(10);
    book.apply(seen(1900, rawProcess({ cpuMs: 900 })), { full: false });
    expect(book.rows()[0]?.cpuPercent).toBe(10);
    book.apply(seen(2000, rawProcess({ cpuMs: 1100 })), FULL);
    expect(book.rows()[0]?.cpuPercent).toBe(100);
  });

  it("takes a reused PID as another process, without the old one's share", () => {
    const book = newBook();
    book.apply(seen(0, rawProcess()), FULL);
    book.apply(seen(1000, rawProcess({ cpuMs: 1000 })), FULL);
    const reused = rawProcess({ start: "9000" });
    const change = book.apply({ at: 2000, removed: [rawProcess()], changed: [reused] }, FULL);
    expect(change.remove).toEqual(["100:5000"]);
    expect(book.rows()).toEqual([expect.objectContaining({ start: "9000", cpuPercent: null })]);
  });

  it("renames users", () => {
    const names: Record<string, string> = { "0": "root" };
    const book = newBook(names);
    book.apply(seen(0, rawProcess(), rawProcess({ pid: 7, owner: "5" })), FULL);
    names["5"] = "ann";
    expect(book.renameOwners().upsert).toEqual([["7:5000", expect.objectContaining({ user: "ann" })]]);
    expect(book.renameOwners().upsert).toEqual([]);
  });

  it("holds the same processes as the table it was told of, through any changes", () => {
    fc.assert(
      fc.property(fc.array(anyTable, { maxLength: 6 }), (tables) => {
        const book = newBook();
        const published = new Map<string, unknown>();
        let old: ReadonlyMap<number, RawProcess> = new Map();
        for (const [index, next] of tables.entries()) {
          const { upsert, remove } = book.apply({ at: index * 1000, ...diffProcesses(old, next) }, FULL);
          for (const key of remove) published.delete(key);
          for (const [key, row] of upsert) published.set(key, row);
          old = next;
        }
        expect(new Set(published.keys())).toEqual(new Set([...old.values()].map(processKey)));
        expect(new Set(published.values())).toEqual(new Set(book.rows()));
        for (const row of book.rows()) {
          const { owner: _, ...raw } = old.get(row.pid) ?? rawProcess();
          expect(row).toMatchObject(raw);
        }
      }),
    );
  });
});
