import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../contract/settings.ts";
import { Settings } from "./settings.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "iso-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a change is told to everybody and still there for the next start", () => {
  const path = join(folder, "made", "settings.json");
  const settings = new Settings(path);
  const told: unknown[] = [];
  settings.live.subscribe({
    ...{ snapshot: ({ entries }) => told.push(entries), fail: () => {} },
    change: ({ upsert }) => told.push(upsert),
  });
  settings.change({ refreshMs: 5_000 });
  expect(told).toEqual([[["app", DEFAULT_SETTINGS]], [["app", { refreshMs: 5_000 }]]]);
  expect(new Settings(path).current).toEqual({ refreshMs: 5_000 });
});

test.each(["", "{", '{"refreshMs":7}', "[]"])("a file that holds %j stands for the defaults", (text) => {
  const path = join(folder, "settings.json");
  writeFileSync(path, text);
  expect(new Settings(path).current).toEqual(DEFAULT_SETTINGS);
  expect(readFileSync(path, "utf8")).toBe(text);
});
