import { expect, test } from "vitest";
import { Stop } from "../setup/say.mjs";
import { pickSuites } from "./suites.mjs";

const names = (only?: string) => pickSuites(only).map(({ name }) => name);

test("all suites run unless some are named", () => {
  expect(names()).toEqual(["types", "lint", "unit", "renderer", "native", "engines", "e2e"]);
});

test("the named ones run in their usual order", () => {
  expect(names("lint,types")).toEqual(["types", "lint"]);
});

test.each(["units", "", "unit,"])("%j names a suite that does not exist", (only) => {
  expect(() => pickSuites(only)).toThrow(Stop);
});
