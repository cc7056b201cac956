import { expect, test } from "vitest";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { readServeFlags } from "./serve-options.ts";

test("without flags any port will do", () => {
  expect(readServeFlags([])).toEqual({ port: null, json: false });
});

test("port and form can be asked for", () => {
  expect(readServeFlags(["--port", "8080", "--json"])).toEqual({ port: 8080, json: true });
  expect(readServeFlags(["--replay", "seed"])).toEqual({ port: null, json: false, replay: "seed" });
});

test.each([
  ["--port", "65536"],
  ["--port", "-1"],
  ["--port", "80a"],
  ["--port", ""],
  ["--host", "0.0.0.0"],
  ["extra"],
])("%s %s is refused as invalid", (...argv) => {
  expect(() => readServeFlags(argv)).toThrow(IsoscopeFailure);
});
