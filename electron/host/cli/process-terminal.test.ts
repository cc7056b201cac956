import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { processTerminal, type Streams } from "./process-terminal.ts";

/** A pipe, or with a size a terminal's window. */
function stream(window?: { readonly columns: number; readonly rows: number }) {
  const pipe = new PassThrough();
  return Object.assign(pipe, window === undefined ? {} : { isTTY: true, ...window });
}

// What is used of a terminal's streams is little; the rest of their type is of no matter here.
const open = (out: unknown, gone = () => {}) => {
  const streams = { stdin: stream(), stdout: out, stderr: stream() };
  return processTerminal(streams as Streams, gone);
};

test("a pipe has no size, a window has its own", () => {
  const { out } = open(stream());
  expect([out.isTerminal, out.columns, out.rows]).toEqual([false, null, null]);
  expect(open(stream({ columns: 100, rows: 30 })).out).toMatchObject({ columns: 100, rows: 30 });
});

test("a terminal without a window counts as one of unknown size", () => {
  expect(open(stream({ columns: 0, rows: 0 })).out.columns).toBeNull();
});

test("a reader that has gone is told of, and a write to it does not hang", async () => {
  const out = stream();
  let gone = 0;
  const terminal = open(out, () => {
    gone += 1;
  });
  out.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
  await terminal.out.write("late");
  expect(gone).toBe(1);
});
