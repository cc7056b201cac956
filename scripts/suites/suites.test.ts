import { expect, test } from "vitest";
import { Stop } from "../setup/say.mjs";
import { pickSuites } from "./suites.mjs";
import { withoutWine } from "./windows.mjs";

const names = (only?: string) => pickSuites(only).map(({ name }) => name);

test("all suites run unless some are named", () => {
  expect(names()).toEqual(["types", "lint", "unit", "renderer", "native", "windows", "engines", "e2e"]);
});

test("the named ones run in their usual order", () => {
  expect(names("lint,types")).toEqual(["types", "lint"]);
});

test.each(["units", "", "unit,"])("%j names a suite that does not exist", (only) => {
  expect(() => pickSuites(only)).toThrow(Stop);
});

test("without Wine the Windows tests are skipped with the reason, and fail where they are required", () => {
  expect(withoutWine("docker,microvm").skipped).toEqual([
    { name: "all tests", reason: "there is no Wine on this system" },
  ]);
  expect(withoutWine("docker,windows").notRun).toContain("required");
});
