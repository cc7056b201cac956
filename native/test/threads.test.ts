import { describe, it } from "vitest";
import { expectClean } from "./sanitized.ts";

/** The parts of the Windows half that foreign threads meet in; they know no operating system. */
const PROGRAMS = [
  { test: "utf16_test", sources: ["core/utf16"] },
  { test: "router_test", sources: ["core/router"] },
  { test: "strand_test", sources: ["core/strand"] },
  { test: "thread_pool_test", sources: ["core/thread_pool"] },
];

describe.each(PROGRAMS)("$test", (program) => {
  it("is clean under the address and undefined-behaviour sanitizers", () => {
    expectClean(program, "address,undefined");
  });

  it("is clean under the thread sanitizer", () => {
    expectClean(program, "thread");
  });
});
