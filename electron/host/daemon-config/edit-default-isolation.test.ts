import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedLines } from "./changed-lines.ts";
import { editDefaultIsolation } from "./edit-default-isolation.ts";
import { readExecOpts } from "./exec-opts.ts";

const edited = (text: string, wanted: "process" | "hyperv" | null) => {
  const result = editDefaultIsolation(text, wanted);
  if ("refused" in result) throw new Error(result.refused);
  return result.text;
};

const CASES = [
  ["", "hyperv", '{\n  "exec-opts": ["isolation=hyperv"]\n}\n'],
  ["{}", "process", '{\n  "exec-opts": ["isolation=process"]\n}'],
  ["{\r\n}\r\n", "process", '{\r\n  "exec-opts": ["isolation=process"]\r\n}\r\n'],
  ['{"a":1}', "hyperv", '{"a":1,"exec-opts": ["isolation=hyperv"]}'],
  [
    '{\n\t"hosts": ["npipe://"],\n\t"debug": true\n}\n',
    "hyperv",
    '{\n\t"hosts": ["npipe://"],\n\t"debug": true,\n\t"exec-opts": ["isolation=hyperv"]\n}\n',
  ],
  ['{"exec-opts":["isolation=process"]}', "hyperv", '{"exec-opts":["isolation=hyperv"]}'],
  ['{"exec-opts":[ "x=y" ]}', "hyperv", '{"exec-opts":[ "x=y", "isolation=hyperv" ]}'],
  ['{"exec-opts":[]}', "hyperv", '{"exec-opts":["isolation=hyperv"]}'],
  [
    '{"exec-opts":["ISOLATION = Process", "isolation=process"]}',
    "hyperv",
    '{"exec-opts":["ISOLATION = Process", "isolation=hyperv"]}',
  ],
  [
    '{ // why\n  "a": 1 // one\n  // end\n}',
    "process",
    '{ // why\n  "a": 1, // one\n  // end\n  "exec-opts": ["isolation=process"]\n}',
  ],
  ['{ "a": 1 // one\n}', "process", '{ "a": 1, // one\n "exec-opts": ["isolation=process"]\n}'],
  ["{ /* none */ }", "process", '{ /* none */\n  "exec-opts": ["isolation=process"]\n }'],
  ['\uFEFF{"a":1}', "process", '\uFEFF{"a":1,"exec-opts": ["isolation=process"]}'],
  ['{"a":1,"exec-opts":["isolation=process"]}', null, '{"a":1}'],
  ['{"exec-opts":["isolation=process"],"a":1}', null, '{"a":1}'],
  ['{"exec-opts":["isolation=process", "x=y"]}', null, '{"exec-opts":["x=y"]}'],
  ['{"exec-opts":["x=y", "isolation=process"]}', null, '{"exec-opts":["x=y"]}'],
  ['{"exec-opts":["isolation=hyperv", /* a, b */ "x=y"]}', null, '{"exec-opts":[ /* a, b */ "x=y"]}'],
  ['{"exec-opts":["x=y"]}', null, '{"exec-opts":["x=y"]}'],
] as const;

it.each(CASES)("%j to %s", (before, wanted, after) => {
  expect(edited(before, wanted)).toBe(after);
});

describe("what is refused", () => {
  it.each([
    ['{"a":1,}', /line 1, column 8/],
    ['{"a":1\n"b":2}', /line 2, column 1/],
    ["[]", /not an object/],
    ["null", /not an object/],
    ["{", /not JSON/],
    ['{"exec-opts":["x"],"exec-opts":[]}', /more than once/],
    ['{"exec-opts":"isolation=hyperv"}', /not a list/],
    ['{"exec-opts":["isolation=hyperv",1]}', /not a list/],
    ['{"exec-opts":["isolation=vm"]}', /does not know: isolation=vm/],
    ['{"a":\u0000}', /not JSON/],
  ])("%j", (text, reason) => {
    const result = editDefaultIsolation(text, "hyperv");
    expect("refused" in result && result.refused).toMatch(reason);
  });
});

it("keeps comments, and says that dockerd does not", () => {
  const read = readExecOpts('{/* x */"exec-opts":["isolation=default"]}');
  expect(read).toMatchObject({ isolation: null, problems: [expect.stringContaining("comments")] });
});

const options = fc.array(
  fc.oneof(
    fc.string(),
    fc.constantFrom("isolation=process", "Isolation = HYPERV", "native.cgroupdriver=systemd"),
  ),
  { maxLength: 4 },
);
const documents = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 }), fc.option(options, { nil: undefined }))
  .map(([rest, list]): Record<string, unknown> => (list ? { ...rest, "exec-opts": list } : rest));
const space = fc.constantFrom(undefined, 1, 2, 4, "\t");
const eols = fc.constantFrom("\n", "\r\n");
const wish = fc.constantFrom("process", "hyperv", null);
const texts = fc
  .tuple(documents, space, eols, fc.constantFrom("", "\uFEFF"))
  .map(
    ([document, indent, eol, mark]) => mark + JSON.stringify(document, null, indent).replaceAll("\n", eol),
  );

const parse = (text: string): Record<string, unknown> => JSON.parse(text.replace(/^\uFEFF/, ""));

describe("for any file that can be edited", () => {
  it("the setting reads back, and no other key or option changes", () => {
    fc.assert(
      fc.property(texts, wish, (text, wanted) => {
        const result = editDefaultIsolation(text, wanted);
        if ("refused" in result) return;
        expect(readExecOpts(result.text)).toMatchObject({ isolation: wanted });
        const { "exec-opts": before, ...rest } = parse(text);
        const { "exec-opts": after, ...kept } = parse(result.text);
        expect(kept).toEqual(rest);
        expect(others(after)).toEqual(others(before));
      }),
      { numRuns: 1000 },
    );
  });

  it("what it puts in can be taken out by cutting one piece, so all bytes around it stand", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("process", "hyperv"), (text, wanted) => {
        const result = editDefaultIsolation(text, wanted);
        if ("refused" in result) return;
        const { head, tail } = sharedEnds(text, result.text);
        const replaced = text.slice(head, text.length - tail);
        // Nothing goes but the word of an entry that was there.
        expect(replaced).toMatch(/^[^"\n]{0,40}$/);
      }),
      { numRuns: 1000 },
    );
  });

  it("to set twice is to set once, and to set what is set changes nothing", () => {
    fc.assert(
      fc.property(texts, wish, (text, wanted) => {
        const once = editDefaultIsolation(text, wanted);
        if ("refused" in once) return;
        expect(editDefaultIsolation(once.text, wanted)).toEqual({ text: once.text });
      }),
    );
  });

  it("comments stand after any change", () => {
    const comment = fc.constantFrom("/* one, two */", "// to the end\n", '/* " } */', "// {\n");
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.tuple(fc.nat(), comment), { maxLength: 4 }),
        wish,
        (document, notes, wanted) => {
          const text = withComments(JSON.stringify(document, null, 2), notes);
          const result = editDefaultIsolation(text, wanted);
          if ("refused" in result) return;
          const count = (of: string) => notes.map(([, note]) => of.split(note.trim()).length - 1);
          expect(count(result.text)).toEqual(count(text));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it("a text mutated in any way is edited well or refused, and never throws", () => {
  const mutations = fc.array(
    fc.tuple(fc.nat(), fc.constantFrom("", "{", "}", '"', ",", "\\", "\u0000", "//", "[", "x")),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(texts, mutations, wish, (text, changes, wanted) => {
      const broken = changes.reduce((all, [at, piece]) => {
        const place = all.length === 0 ? 0 : at % all.length;
        return all.slice(0, place) + piece + all.slice(place + 1);
      }, text);
      const result = editDefaultIsolation(broken, wanted);
      if ("refused" in result) expect(result.refused).toMatch(/\.$|\}\.$/);
      else expect(readExecOpts(result.text)).toMatchObject({ isolation: wanted });
    }),
    { numRuns: 3000 },
  );
});

it("shows the lines that change", () => {
  const before = '{\r\n  "a": 1\r\n}\r\n';
  expect(changedLines(before, edited(before, "hyperv"))).toEqual({
    line: 2,
    removed: ['  "a": 1'],
    added: ['  "a": 1,', '  "exec-opts": ["isolation=hyperv"]'],
  });
  expect(changedLines("", edited("", "hyperv"))).toMatchObject({ line: 1, removed: [] });
  expect(changedLines(before, before)).toBeNull();
});

function others(list: unknown): unknown {
  if (!Array.isArray(list)) return [];
  return list.filter((option) => !/^\s*isolation\s*=/i.test(String(option)));
}

function sharedEnds(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { head, tail };
}

/** Puts each comment behind some end of a line, where a comment may stand. */
function withComments(text: string, notes: readonly (readonly [number, string])[]): string {
  const lines = text.split("\n");
  for (const [at, note] of notes) {
    const place = at % lines.length;
    lines[place] = `${lines[place]} ${note}`;
  }
  return lines.join("\n");
}
