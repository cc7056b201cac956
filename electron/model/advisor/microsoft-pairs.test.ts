import { expect, it } from "vitest";
import type { Isolation } from "../../contract/engine.ts";
import { ask } from "./cases.ts";
import { MICROSOFT_TABLES } from "./fixtures/microsoft-pairs.ts";

type Word = "yes" | "no" | "not said";

interface Compared {
  readonly pair: string;
  readonly theirs: Word;
  readonly ours: string;
  readonly named: boolean;
}

const LETTERS: Readonly<Record<Isolation, string>> = { process: "P", hyperv: "H" };
/** The page asks for equal revisions on 14393, so every pair has them. */
const REVISION = 2125;

function published(cell: string, isolation: Isolation): Word {
  const words = cell.split(" ");
  if (words.includes(`?${LETTERS[isolation]}`)) return "not said";
  return words.includes(LETTERS[isolation]) ? "yes" : "no";
}

const runs = (verdict: string): Word =>
  verdict === "runs" || verdict === "unsupported-for-production" ? "yes" : "no";

const PAIRS: readonly Compared[] = MICROSOFT_TABLES.flatMap(({ edition, hosts }) =>
  hosts.flatMap(({ host, build, sku, images }) =>
    Object.entries(images).flatMap(([image, cell]) => {
      const advice = ask({ build, sku, revision: REVISION }, { build: Number(image), revision: REVISION });
      return (["process", "hyperv"] as const).map((isolation) => ({
        pair: `${edition}: ${image} on ${host}, ${isolation}`,
        theirs: published(cell, isolation),
        ours: advice[isolation].verdict,
        named: advice[isolation].rule.disagreement !== undefined,
      }));
    }),
  ),
);

it("has an answer of its own for every published pair", () => {
  expect(PAIRS).toHaveLength(2 * (11 * 6 + 2 * 4 + 10 * 4));
  expect(PAIRS.filter(({ ours }) => ours === "unknown")).toEqual([]);
});

it("disagrees with Microsoft's tables on exactly these pairs, and names it there", () => {
  const differing = PAIRS.filter(({ theirs, ours }) => theirs !== "not said" && theirs !== runs(ours));
  expect(differing.map(({ pair, theirs, ours }) => `${pair}: table ${theirs}, ours ${ours}`)).toEqual([
    // The FAQ allows them: equal build from 17763 on, Docker Engine 18.09 or later, development and testing only.
    "2021: 18363 on Windows 10, version 1909, process: table no, ours unsupported-for-production",
    "2021: 18362 on Windows 10, version 1903, process: table no, ours unsupported-for-production",
    "2021: 17763 on Windows 10, version 1809, process: table no, ours unsupported-for-production",
  ]);
  expect(differing.every(({ named }) => named)).toBe(true);
});

it("answers what the tables leave open by the rule", () => {
  const open = PAIRS.filter(({ theirs }) => theirs === "not said");
  expect(open.map(({ pair, ours }) => `${pair}: ${ours}`)).toEqual([
    "2026: 14393 on Windows Server, version 23H2, process: fails",
    "2026: 14393 on Windows Server, version 23H2, hyperv: runs",
    "2026: 17763 on Windows Server, version 23H2, process: fails",
    "2026: 17763 on Windows Server, version 23H2, hyperv: runs",
    "2026: 20348 on Windows Server, version 23H2, hyperv: runs",
  ]);
});
