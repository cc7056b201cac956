import { expect, it } from "vitest";
import type { StreamListener } from "../../../electron/contract/client.ts";
import type { ConsoleInput, OutputChunk } from "../../../electron/contract/streams.ts";
import { ConsoleSession } from "./console-session.ts";

/** A stream, a screen and frames in the test's hand. */
function bench() {
  const heard = { written: [] as string[], sent: [] as ConsoleInput[], closed: 0, changes: 0 };
  const shown: (() => void)[] = [];
  const frames = new Set<() => void>();
  let listener: StreamListener<OutputChunk> | null = null;
  const session = new ConsoleSession({
    open: (given) => {
      listener = given;
      return {
        send: (message) => heard.sent.push(message),
        close: () => {
          heard.closed += 1;
        },
      };
    },
    write: (text, done) => {
      heard.written.push(text);
      shown.push(done);
    },
    nextFrame: (callback) => {
      frames.add(callback);
      return () => frames.delete(callback);
    },
    changed: () => {
      heard.changes += 1;
    },
  });
  const say = (chunk: OutputChunk) => listener?.chunk(chunk);
  const tty = (text: string) => say({ kind: "text", source: "tty", text, at: null });
  const frame = () => {
    for (const callback of [...frames]) {
      frames.delete(callback);
      callback();
    }
  };
  const end: StreamListener<OutputChunk>["end"] = (error) => listener?.end(error);
  return { session, heard, shown, say, tty, frame, end };
}

it("writes once a frame, and counts as read only what the screen has taken in", async () => {
  const { heard, shown, tty, frame } = bench();
  let read = 0;
  for (const text of ["a", "b", "c"]) void Promise.resolve(tty(text)).then(() => read++);
  expect(heard.written).toEqual([]);
  frame();
  expect(heard.written).toEqual(["abc"]);
  await Promise.resolve();
  expect(read).toBe(0);
  for (const done of shown) done();
  await new Promise(setImmediate);
  expect(read).toBe(3);
});

it("puts the carriage back where no terminal does, and says what was left out", () => {
  const { heard, say, frame } = bench();
  void say({ kind: "text", source: "stdout", text: "one\ntwo\r\n", at: null });
  void say({ kind: "dropped", lines: 3 });
  frame();
  expect(heard.written[0]).toContain("one\r\ntwo\r\n");
  expect(heard.written[0]).toContain("3 lines were left out here");
});

it("tells how it ended: with its code, without, or by a failure", () => {
  const first = bench();
  void first.say({ kind: "exit", code: 7 });
  first.end(null);
  expect(first.session.state).toEqual({ kind: "exited", code: 7 });
  const second = bench();
  second.end(null);
  expect(second.session.state).toEqual({ kind: "ended" });
  const third = bench();
  third.end({ code: "disconnected", reason: "gone" });
  expect(third.session.state.kind).toBe("failed");
});

it("sends long input in pieces, in order, and nothing after the end", () => {
  const { session, heard, end } = bench();
  session.input("x".repeat(20_000));
  session.resize(100, 30);
  end(null);
  session.input("late");
  expect(heard.sent.map((each) => (each.kind === "input" ? each.text.length : each.kind))).toEqual([
    16_384,
    3_616,
    "resize",
  ]);
});

it("says nothing of an end that it was told to make", () => {
  const { session, heard, end } = bench();
  session.close();
  end({ code: "cancelled", op: "console" });
  expect(heard).toMatchObject({ closed: 1, changes: 0 });
});
