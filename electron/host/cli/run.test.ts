import { expect, test } from "vitest";
import { fixtureHost } from "../../../e2e/fixtures/fixture-host.ts";
import { scenarios } from "../../../e2e/fixtures/scenarios.ts";
import { runFixture } from "./fixtures/run-fixture.ts";
import { verbs } from "./verbs.ts";

const scene = scenarios.scene ?? expect.fail("the scene is gone");
const run = (...argv: readonly string[]) => runFixture(fixtureHost(scene).handlers, argv);

test("without a verb, or with an unknown one, the usage stands on standard error and the code is 2", async () => {
  const none = await run();
  expect([none.code, none.out, none.opened]).toEqual([2, "", false]);
  expect(none.err).toContain("Usage: isoscope VERB");
  const unknown = await run("sceen");
  expect([unknown.code, unknown.out]).toEqual([2, ""]);
  expect(unknown.err).toContain('There is no verb "sceen".\n  Did you mean: isoscope scene\n');
});

test.each(["--help", "-h", "help"])("%s lists every verb on standard output", async (word) => {
  const { code, out, err } = await run(word);
  expect([code, err]).toEqual([0, ""]);
  for (const name of verbs.keys()) expect(out).toContain(`\n  ${name} `);
});

test.each([...verbs.keys()])(
  "%s tells its options and examples, and opens nothing for that",
  async (name) => {
    const { code, out, opened } = await run(name, "--help");
    expect([code, opened]).toEqual([0, false]);
    expect(out).toContain(`Usage: isoscope ${name}`);
    expect(out).toContain(`Examples\n  isoscope ${name}`);
  },
);

test("options and words that a verb does not take are refused with a way to its help", async () => {
  const option = await run("scene", "--wat");
  expect([option.code, option.opened]).toEqual([2, false]);
  expect(option.err).toContain("--wat");
  expect(option.err).toContain("See: isoscope scene --help");
  expect((await run("ps", "web")).err).toContain('ps takes no "web".');
});

test("help tells programs what a verb prints, as JSON Schema", async () => {
  const { out } = await run("help", "ps", "--json");
  expect(JSON.parse(out)).toMatchObject({
    verbs: [
      {
        name: "ps",
        options: expect.arrayContaining([expect.objectContaining({ name: "all", short: "a" })]),
        output: { anyOf: expect.any(Array) },
      },
    ],
  });
});
