import { it } from "vitest";
import { expectCleanUnderWine, WINE_PROGRAM_LIMIT_MS } from "./wine-program.ts";

const SOURCES = [
  "src/hcs/pipe.cc",
  "src/core/windows_failure.cc",
  "src/core/blocking_threads.cc",
  "src/core/thread_pool.cc",
];

it(
  "reads and writes of a process's pipes end when they are cancelled, whatever kind of handle it is",
  ({ skip }) => expectCleanUnderWine("windows_pipe_test", SOURCES, skip),
  WINE_PROGRAM_LIMIT_MS,
);
