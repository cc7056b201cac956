import { parseAst } from "vite";
import { expect, test } from "vitest";
import { trackedFiles } from "./tracked-files.ts";

/** Attributes whose text a person sees or hears. */
const SPOKEN = new Set([
  "aria-label",
  "title",
  "placeholder",
  "label",
  "alt",
  "aria-description",
  "aria-roledescription",
]);

/** Names of keys and signs are no words. */
const WORD = /\p{L}{2,}/u;
const KEYS = /^(?:Ctrl|Alt|Shift|Esc|Enter|Del|F\d+|Tab|PgUp|PgDn|Home|End|[\s+,K?/])+$/;

const isWord = (text: string) => WORD.test(text) && !KEYS.test(text.trim());

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Words written straight into elements: as text, or in an attribute that is read out. */
function literals(node: Node): string[] {
  const own = literalOf(node);
  const below = Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .flatMap(literals);
  return own !== null && isWord(own) ? [own.trim(), ...below] : below;
}

function literalOf(node: Node): string | null {
  if (node.type === "JSXText") return String(node.value);
  if (node.type !== "JSXAttribute" || !isNode(node.name) || !isNode(node.value)) return null;
  const spoken = SPOKEN.has(String(node.name.name)) && node.value.type === "Literal";
  return spoken ? String(node.value.value) : null;
}

test("every word on screen comes from renderer/strings", () => {
  const found = trackedFiles()
    .filter(({ name }) => /^renderer\/(?!testing\/).*(?<!\.test)\.tsx$/.test(name))
    .flatMap(({ name, text }) => {
      const program: unknown = parseAst(text, { lang: "tsx" });
      if (!isNode(program)) throw new Error(`${name} is not understood`);
      return literals(program).map((literal) => `${name}: ${literal}`);
    });
  expect(found).toEqual([]);
});

test("the rule sees text and spoken attributes, and lets keys and code pass", () => {
  const of = (code: string) => {
    const program: unknown = parseAst(code, { lang: "tsx" });
    return isNode(program) ? literals(program) : null;
  };
  expect(of('const a = <b title="Close it">Remove {x} <kbd>Ctrl K</kbd></b>;')).toEqual([
    "Close it",
    "Remove",
  ]);
  expect(of('const a = <b className="close it" title={words.close}>{words.remove} ·</b>;')).toEqual([]);
});
