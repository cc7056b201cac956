import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ADDON_PATH, control, NATIVE_FOLDER } from "./hcs.ts";

const PROGRAM = join(NATIVE_FOLDER, "test", "fixtures", "hcs-lifetimes.cjs");

/** What is open when it ends is what these tests are about: the stand-in's report would count it. */
const { HCS_STANDIN_REPORT: _, ...ENVIRONMENT } = process.env;

const end = (...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [PROGRAM, ADDON_PATH, ...args], { encoding: "utf8", env: ENVIRONMENT });

it("a listener that throws is an uncaught exception, and the others are told", () => {
  control({});
  expect(end("throw")).toMatchObject({ status: 0, stdout: "uncaught: the listener's own\n", stderr: "" });
});

describe("with calls that hang in the service", () => {
  const ends = (...args: readonly string[]) => {
    control({});
    return end(...args);
  };

  it.each([0, 4])("a process exits with its own code %s", (code) => {
    expect(ends("exit hung", `${code}`)).toMatchObject({ status: code, signal: null, stderr: "" });
  });

  it("a process that closes everything has them aborted, and ends", () => {
    expect(ends("close hung")).toMatchObject({ status: 0, stdout: "aborted 4\n", stderr: "" });
  });

  it("workers are terminated, and what comes late is closed", () => {
    expect(ends("workers hung")).toMatchObject({
      status: 0,
      stdout: "terminated\nnothing open\n",
      stderr: "",
    });
  });
});

describe.each([0, 5, 60])("with calls that take %s ms", (delayMs) => {
  const ends = (...args: readonly string[]) => {
    control({ delayMs });
    return end(...args);
  };

  it.each([0, 4])("a process exits with its own code %s", (code) => {
    expect(ends("exit", `${code}`)).toMatchObject({ status: code, signal: null, stderr: "" });
  });

  it("a process that waits for its calls drains and ends", () => {
    expect(ends("drain")).toMatchObject({ status: 0, stdout: "drained\n", stderr: "" });
  });

  it("a process that waits for nothing gets its answers, and ends", () => {
    expect(ends("forget")).toMatchObject({ status: 0, stdout: "answered 51\n", stderr: "" });
  });

  it("a process that closes everything has all calls aborted, and ends", () => {
    expect(ends("close")).toMatchObject({ status: 0, stdout: "aborted 51\n", stderr: "" });
  });

  it("workers are terminated with calls under way, the addon's last users", () => {
    expect(ends("workers")).toMatchObject({ status: 0, stdout: "terminated\n", stderr: "" });
  });
});
