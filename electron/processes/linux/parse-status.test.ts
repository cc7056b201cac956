import { describe, expect, it } from "vitest";
import { parseStatus } from "./parse-status.ts";

describe("parseStatus", () => {
  it("takes the effective user and every PID of the NSpid line", () => {
    const text =
      "Name:\tping\nPid:\t2107\nUid:\t0\t1000\t0\t0\nGid:\t5\t5\t5\t5\nNSpid:\t2107\t12\t1\nNSpgid:\t1\n";
    expect(parseStatus(text)).toEqual({ effectiveUid: "1000", nsPids: [2107, 12, 1] });
  });

  it("is not led astray by a name", () => {
    const text = "Name:\tUid:\\nUid:\nUid:\t7\t7\t7\t7\nNSpid:\t3\n";
    expect(parseStatus(text)).toEqual({ effectiveUid: "7", nsPids: [3] });
  });

  it("answers null for what is not there", () => {
    expect(parseStatus("")).toEqual({ effectiveUid: null, nsPids: null });
    expect(parseStatus("NSpid:\nUid:\t1\n")).toEqual({ effectiveUid: null, nsPids: null });
  });
});
