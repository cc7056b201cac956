import fc from "fast-check";
import { expect, test } from "vitest";
import { docker, engine } from "../../e2e/fixtures/fixture-rows.ts";
import { DEFAULTS, migrate } from "../ui-state/preferences.ts";
import { engineNews } from "./engine-news.tsx";
import { overallTone } from "./engine-state.ts";
import { chordOf } from "./keys.ts";
import { CONTAINERS, formatRoute, parseRoute } from "./router.ts";
import { inSentence } from "./words.ts";

test("a route survives its own address, whatever the names are", () => {
  const part = fc.string({ minLength: 1 }).filter((text) => !text.includes("/"));
  fc.assert(
    fc.property(part, part, fc.string(), (engineId, id, find) => {
      const route = { screen: "scope" as const, key: `${engineId}/${id}`, find };
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
});

test("an address that is none leads to the list", () => {
  for (const hash of ["", "#", "#/nowhere", "#/scope"]) expect(parseRoute(hash)).toEqual(CONTAINERS);
  expect(parseRoute("#/scope/docker/%")).toMatchObject({ key: "docker/%" });
});

const key = (change: Partial<KeyboardEvent>) =>
  chordOf({ key: "", code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change });

test("chords name the key, not the sign a layout makes of it", () => {
  expect(key({ key: "n", code: "KeyN", ctrlKey: true })).toBe("ctrl+n");
  expect(key({ key: "˜", code: "KeyN", altKey: true })).toBe("alt+n");
  expect(key({ key: "F6", code: "F6", shiftKey: true })).toBe("shift+f6");
  expect(key({ key: "?", code: "Slash", shiftKey: true })).toBe("?");
});

test("what an older version stored is completed, and what is unknown dropped", () => {
  expect(migrate({ theme: "dark", gone: 1 })).toEqual({ ...DEFAULTS, theme: "dark" });
  expect(migrate(null)).toEqual(DEFAULTS);
});

test("only an engine that is lost or comes back is news", () => {
  const lost = engine("docker", "Docker", "process", { state: "failed" });
  expect(engineNews(new Map(), [docker])).toEqual([]);
  expect(engineNews(new Map([["docker", "connecting"]]), [docker])).toEqual([]);
  expect(engineNews(new Map([["docker", "live"]]), [lost])).toHaveLength(1);
  expect(engineNews(new Map([["docker", "stale"]]), [docker])).toEqual(["Docker is back."]);
  expect(overallTone([docker, lost])).toBe("trouble");
});

test("words stand small inside a sentence unless they are names", () => {
  expect(inSentence("Shared kernel")).toBe("shared kernel");
  expect(inSentence("Micro-VM")).toBe("micro-VM");
  expect(inSentence("Hyper-V")).toBe("Hyper-V");
});
