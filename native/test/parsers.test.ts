import { it } from "vitest";
import { expectClean } from "./sanitized.ts";

/** What is tested below knows no operating system, so Linux's sanitizers watch Windows' parsers too. */
const PROGRAMS = [
  {
    what: "Linux parsers read any cut of their input within bounds",
    test: "parsers_test",
    sources: ["proc/linux_cgroup", "proc/linux_connector_message", "proc/linux_stat", "proc/linux_status"],
  },
  {
    what: "Windows parsers read any cut and mutation of their input within bounds",
    test: "windows_parsers_test",
    sources: ["core/utf16", "proc/windows_name", "proc/windows_sid", "proc/windows_snapshot"],
  },
  {
    what: "the Windows process table tells what is news",
    test: "windows_table_test",
    sources: ["proc/windows_counters", "proc/windows_table"],
  },
];

it.each(PROGRAMS)("$what, under the address sanitizer", (program) => {
  expectClean(program, "address,undefined");
});
