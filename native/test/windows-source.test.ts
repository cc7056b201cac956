import { it } from "vitest";
import { expectCleanUnderWine, WINDOWS_SOURCES, WINE_PROGRAM_LIMIT_MS } from "./wine-program.ts";

const NEEDED = ["src/core/windows_failure.cc", "src/core/windows_library.cc"];

/** The Windows process table, without its N-API part. */
const SOURCES = WINDOWS_SOURCES.filter((file) => file.startsWith("src/proc/") || NEEDED.includes(file));

it(
  "the Windows process table takes every way that one Windows alone never takes",
  ({ skip }) => expectCleanUnderWine("windows_source_test", SOURCES, skip),
  WINE_PROGRAM_LIMIT_MS,
);
