import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileWithGuest } from "./compile-guest.ts";

const run = promisify(execFile);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope-guest-"));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("the guest's pure parts do what they say", async () => {
  const program = await compileWithGuest("parts.c", folder);
  expect((await run(program)).stdout).toBe("");
});

describe("the guest's JSON parser", () => {
  let program = "";
  beforeAll(async () => {
    program = await compileWithGuest("json-echo.c", folder);
  }, 60_000);

  /** What the parser makes of each text. The sanitizers end the program, and so this, at the first wrong step. */
  async function echo(texts: readonly Buffer[]): Promise<readonly string[]> {
    const child = spawn(program, { stdio: ["pipe", "pipe", "pipe"] });
    const [output, errors] = [text(child.stdout), text(child.stderr)];
    child.stdin.end(texts.map((bytes) => `${bytes.toString("hex")}\n`).join(""));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, errors: await errors }).toEqual({ code: 0, errors: "" });
    return (await output).split("\n").slice(0, -1);
  }

  /** The same from the JavaScript engine: objects as lists of names and values, other numbers as null. */
  function expected(source: string): string {
    try {
      const value: unknown = JSON.parse(source);
      return refused(value) ? "!" : JSON.stringify(flatten(value));
    } catch {
      return "!";
    }
  }

  const deeper = (depth: number) => (value: unknown) => refused(value, depth + 1);

  /** What only the guest's parser refuses: NUL in strings, and more than 16 levels. */
  function refused(value: unknown, depth = 0): boolean {
    if (typeof value === "string") return value.includes("\0");
    if (typeof value !== "object" || value === null) return false;
    if (depth >= 16) return true;
    return Object.entries(value).some(([name, member]) => name.includes("\0") || deeper(depth)(member));
  }

  function flatten(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(flatten);
    if (typeof value === "object" && value !== null)
      return Object.entries(value).flatMap(([k, v]) => [k, flatten(v)]);
    return value;
  }

  /** Documents whose numbers both sides write alike and whose names JavaScript keeps in order. */
  const document = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.string({ unit: "grapheme" }),
      fc.string(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z\\"/é€]{1,5}$/), tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  it("reads every document as JavaScript does", async () => {
    const samples = fc.sample(document, 1000).map((value) => JSON.stringify(value, null, 1));
    const read = await echo(samples.map((sample) => Buffer.from(sample)));
    expect(read.map(unescaped)).toEqual(samples.map(expected).map(unescaped));
  });

  /** Texts have several spellings in JSON; what they say is compared. */
  const unescaped = (line: string): unknown => (line === "!" ? line : JSON.parse(line));

  it("refuses what JavaScript refuses, for documents with one character changed", async () => {
    const change = fc.tuple(document, fc.nat(), fc.constantFrom(...'{}[]:,"\\ue-+.0123 \n\t\u0001x'));
    const samples = fc.sample(change, 3000).map(([value, at, character]) => {
      const source = JSON.stringify(value);
      const position = at % (source.length + 1);
      return source.slice(0, position) + character + source.slice(position + 1);
    });
    const verdicts = (await echo(samples.map((sample) => Buffer.from(sample)))).map((line) => line === "!");
    expect(verdicts).toEqual(samples.map((sample) => expected(sample) === "!"));
  });

  it("survives arbitrary bytes", async () => {
    const token = fc.constantFrom(...'{}[]:,"\\u'.split(""), "null", "\\ud800", "1e", "-", "\0", "\xff");
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      fc.array(token, { maxLength: 40 }).map((tokens) => Buffer.from(tokens.join(""), "latin1")),
    );
    const samples = fc.sample(noise, 5000);
    expect(await echo(samples)).toHaveLength(samples.length);
  });

  it.each([
    ["[".repeat(16) + "]".repeat(16), true],
    ["[".repeat(17) + "]".repeat(17), false],
    ["[".repeat(100_000), false],
    ['"\\u0000"', false],
    ["9223372036854775807", true],
    ["", false],
    ["{} {}", false],
    ['{"a":1,}', false],
  ])("takes or refuses %j", async (source, good) => {
    expect((await echo([Buffer.from(source)]))[0] !== "!").toBe(good);
  });

  it("joins surrogate pairs and replaces half ones", async () => {
    expect(await echo([Buffer.from('"\\ud83d\\ude00 \\ud83d \\ude00 \\ud83dx"')])).toEqual([
      '"😀 \ufffd \ufffd \ufffdx"',
    ]);
  });

  it("holds the largest integers exactly and calls larger ones no integer", async () => {
    const edge = "[9223372036854775807,-9223372036854775808,9223372036854775808,1.5,1e3]";
    expect(await echo([Buffer.from(edge)])).toEqual([
      "[9223372036854775807,-9223372036854775808,null,null,null]",
    ]);
  });
});
