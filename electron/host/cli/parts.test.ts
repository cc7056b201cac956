import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FakeTerminal } from "./fixtures/fake-terminal.ts";
import { nearest } from "./nearest.ts";
import { parseOptions } from "./options.ts";
import { ProgressLine } from "./progress-line.ts";
import { table } from "./table.ts";
import { verbs } from "./verbs.ts";
import { visible } from "./visible.ts";

const columns = [
  { title: "NAME", cuts: true },
  { title: "PID", align: "right" },
  { title: "IMAGE", cuts: true },
] as const;
const texts = fc.string({ unit: "binary", maxLength: 60 });

describe("a table", () => {
  const rows = [
    ["web", "7", "nginx:1.27-alpine"],
    ["a-rather-long-name-of-a-container", "48213", "registry.example/team/orders/api:8.0"],
  ];

  test("is aligned, and whole where nobody gave a width", () => {
    expect(table(columns, rows, null).join("\n")).toMatchInlineSnapshot(`
      "NAME                                 PID  IMAGE
      web                                    7  nginx:1.27-alpine
      a-rather-long-name-of-a-container  48213  registry.example/team/orders/api:8.0"
    `);
  });

  test("cuts the middle of the widest names to fit, and no number", () => {
    const lines = table(columns, rows, 50);
    expect(lines.join("\n")).toMatchInlineSnapshot(`
      "NAME                    PID  IMAGE
      web                       7  nginx:1.27-alpine
      a-rather-lon…ntainer  48213  registry.exa…/api:8.0"
    `);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  test("whatever the names: one line a row, never wider than asked where it can be, numbers whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(texts, fc.nat(), texts), { maxLength: 5 }),
        fc.integer({ min: 60, max: 120 }),
        (given, width) => {
          const lines = table(
            columns,
            given.map(([name, pid, image]) => [name, String(pid), image]),
            width,
          );
          expect(lines).toHaveLength(given.length + 1);
          for (const [at, line] of lines.entries()) {
            expect([...line].length).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(/\p{Cc}/u);
            if (at > 0) expect(line).toContain(String(given[at - 1]?.[1]));
          }
        },
      ),
    );
  });
});

test("what would command a terminal is written out", () => {
  expect(visible("a\u001b[31mb\n\u202ec\u009b")).toBe("a\\x1b[31mb\\n\\u202ec\\x9b");
});

describe("options", () => {
  const options = {
    name: { type: "string", says: "" },
    all: { type: "boolean", short: "a", says: "" },
  } as const;

  test("what follows the first word belongs to the command", () => {
    expect(
      parseOptions(["-a", "--name", "x", "image", "ls", "-a", "--name"], options, { stopsAtWord: true }),
    ).toEqual({
      values: expect.objectContaining({ all: true, name: "x" }),
      words: ["image", "ls", "-a", "--name"],
    });
  });

  test("two dashes end options too", () => {
    const { words } = parseOptions(["--", "-a", "x"], options, { stopsAtWord: true });
    expect(words).toEqual(["-a", "x"]);
  });

  test("any command comes through as it was given", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.stringMatching(/^[a-z]+$/), (command, image) => {
        const { words } = parseOptions(["--name=x", "-a", image, ...command], options, { stopsAtWord: true });
        expect(words).toEqual([image, ...command]);
      }),
    );
  });

  test("whatever is given, each verb takes it or refuses it as invalid", () => {
    const word = fc.oneof(fc.string(), fc.constantFrom("--json", "-a", "--", "-e", "--name", "x"));
    fc.assert(
      fc.property(fc.constantFrom(...verbs.values()), fc.array(word, { maxLength: 6 }), (verb, argv) => {
        try {
          verb.parse(argv);
        } catch (thrown) {
          expect(thrown).toMatchObject({ error: { code: "invalid" } });
        }
      }),
    );
  });
});

test.each([
  ["pss", "ps"],
  ["sceen", "scene"],
  ["lunch", null],
  ["x", null],
  ["comp", "completion"],
])("%s is near %s", (given, name) => {
  expect(nearest(given, ["ps", "scene", "completion", "help"])).toBe(name);
});

describe("progress", () => {
  test("on a terminal is one line that is written over and taken away", () => {
    const terminal = new FakeTerminal({ columns: 12, rows: 5 });
    const line = new ProgressLine(terminal.err);
    line.show("Pulling", "10 %");
    line.show("Pulling", "20 % of it");
    line.clear();
    expect(terminal.written.err).toBe("\r\u001b[2KPulling 10 \r\u001b[2KPulling 20 \r\u001b[2K");
  });

  test("elsewhere is a line for each step", () => {
    const terminal = new FakeTerminal();
    const line = new ProgressLine(terminal.err);
    line.show("Pulling", "10 %");
    line.show("Pulling", "20 %");
    line.show("Starting");
    line.clear();
    expect(terminal.written.err).toBe("Pulling\nStarting\n");
  });
});
