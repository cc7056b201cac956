import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readResults } from "./results.mjs";

// The adapter in Linux's own Node: the very bundle that Windows' Node would run.

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const SOURCE = `
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
const order: string[] = [];
beforeAll(() => {
  order.push("open");
  return () => void order.push("close");
});
afterAll(() => console.log("ORDER " + order.join(" ")));
describe("group", () => {
  beforeEach(() => void order.push("before"));
  afterEach(() => void order.push("after"));
  it("passes", () => { expect({ a: 1, b: 2 }).toMatchObject({ a: 1 }); expect("abc").toEqual(expect.stringMatching(/b/)); });
  it("fails", () => expect([1]).toEqual([2]));
  it("skips", (context) => { context.skip("no such thing here"); throw new Error("went on"); });
});
it.each([[1, 2], [2, 3]])("adds to %i", (a, b) => expect(a + 1).toBe(b));
it.each([{ name: "x", size: 3 }])("object $name", ({ size }) => expect(size).toBe(3));
describe.each(["left", "right"])("side %s", (side) => { it("is told", () => expect(side).toMatch(/left|right/)); });
it("rejects", async () => { await expect(Promise.reject(new TypeError("bad"))).rejects.toThrow(TypeError); });
it("is late", () => new Promise(() => {}), 50);
it("has options", { timeout: 1000 }, async () => { await expect.poll(() => order.length).toBeGreaterThan(0); });
it.skipIf(true)("is skipped", () => expect.unreachable());
it.runIf(true)("is run", () => { const spy = vi.fn(() => 1); spy(7); expect(spy).toHaveBeenCalledExactlyOnceWith(7); });
test("waits for what keeps nothing alive", () => new Promise<void>((resolve) => void setTimeout(resolve, 20).unref()));
it("cleans up", ({ onTestFinished }) => onTestFinished(() => void order.push("cleaned")));
describe("a group whose hook fails", () => { beforeAll(() => { throw new Error("no hook"); }); it("is not run", () => {}); });
`;

let folder: string;
let results: ReturnType<typeof readResults>;
let printed: string;
let code: number | null;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "adapter-"));
  const [source, bundle, report] = ["x.win.test.ts", "x.mjs", "results"].map((name) =>
    path.join(folder, name),
  );
  if (!source || !bundle || !report) throw new Error("no files");
  writeFileSync(source, SOURCE);
  // In a process of its own: Vite sets NODE_ENV.
  const made = spawnSync(process.execPath, [here("bundle.mjs"), "--out", folder, source], {
    encoding: "utf8",
  });
  const [file = ""] = made.stdout.trim().split("\n");
  const args = [`--test-reporter=${here("reporter.mjs")}`, `--test-reporter-destination=${report}`, file];
  const env = { ...process.env };
  // Set for processes that Node's own test runner starts, which this is not.
  delete env.NODE_TEST_CONTEXT;
  const ran = spawnSync(process.execPath, args, { encoding: "utf8", env });
  [code, printed] = [ran.status, `${made.stderr}${ran.stdout}${ran.stderr}`];
  results = readResults(readFileSync(report, "utf8"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("what fails is told with its reason, and the exit code is not 0", () => {
  const names = results.failed.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["group > fails", "is late", "a group whose hook fails > is not run"]),
  );
  expect(results.failed.find(({ name }) => name === "group > fails")?.detail).toMatch(/expected: \[ 2 \]/);
  expect(code).not.toBe(0);
});

test("a group is counted when its hook failed, never because of its tests", () => {
  const groups = results.failed.filter(({ name }) => name === "group" || name === "a group whose hook fails");
  expect(groups).toMatchObject([
    { name: "a group whose hook fails", detail: expect.stringContaining("no hook") },
  ]);
});

test("skips have their reasons, and a test that skips itself goes no further", () => {
  expect(results.skipped).toEqual([
    { name: "group > skips", reason: "no such thing here" },
    { name: "is skipped", reason: "skipped by its own condition" },
  ]);
});

test("everything else passes", () => {
  expect([results.passed, results.done]).toEqual([11, true]);
});

test("hooks run around their tests, and what one returns is its clean-up", () => {
  expect(printed).toMatch(/ORDER open (before after ){3}.*cleaned.*close/);
});
