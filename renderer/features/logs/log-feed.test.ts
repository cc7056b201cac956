import { expect, it } from "vitest";
import type { StreamListener } from "../../../electron/contract/client.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import type { LogBatch } from "../../../electron/contract/logs.ts";
import { type FeedDeps, LogFeed } from "./log-feed.ts";

const DISCONNECTED: IsoscopeError = { code: "disconnected", reason: "The connection was lost." };

/** A client whose streams, frames and connection are in the test's hand. */
function bench() {
  const opened: { tail: number; listener: StreamListener<LogBatch>; closed: boolean }[] = [];
  const frames = new Set<() => void>();
  let connection: (connected: boolean) => void = () => {};
  let time = 0;
  let step = 0;
  const deps: FeedDeps = {
    open: (tail, listener) => {
      const one = { tail, listener, closed: false };
      opened.push(one);
      return {
        close: () => {
          one.closed = true;
        },
      };
    },
    link: {
      onConnection: (listener) => {
        connection = listener;
        return () => {};
      },
    },
    nextFrame: (callback) => {
      frames.add(callback);
      return () => frames.delete(callback);
    },
    now: () => {
      time += step;
      return time;
    },
  };
  const frame = () => {
    const due = [...frames];
    frames.clear();
    for (const callback of due) callback();
  };
  return {
    feed: new LogFeed(100, deps),
    opened,
    frame,
    frames,
    connect: (connected: boolean) => connection(connected),
    /** Lets time go by each time it is looked at. */
    slow: () => {
      step = 5;
    },
  };
}

const batch = (text: string): LogBatch => [{ kind: "text", source: "stdout", text, at: [] }];
const texts = (feed: LogFeed) => [...feed.store.lines()].map((line) => line.text);

it("takes lines in with the frame, and only then says that they are read", async () => {
  const { feed, opened, frame } = bench();
  let read = false;
  const taken = Promise.resolve(opened[0]?.listener.chunk(batch("a\nb\n"))).then(() => {
    read = true;
  });
  await Promise.resolve();
  expect(texts(feed)).toEqual([]);
  expect(read).toBe(false);
  frame();
  await taken;
  expect(texts(feed)).toEqual(["a", "b"]);
});

it("spends no more than its share of a frame, and goes on in the next", () => {
  const { feed, opened, frame, frames, slow } = bench();
  slow();
  for (let n = 0; n < 6; n++) void opened[0]?.listener.chunk(batch(`${n}\n`));
  frame();
  const first = feed.store.end;
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(6);
  while (frames.size > 0) frame();
  expect(texts(feed)).toEqual(["0", "1", "2", "3", "4", "5"]);
});

it("changes once per frame, however much came", () => {
  const { feed, opened, frame } = bench();
  let changes = 0;
  feed.subscribe(() => {
    changes += 1;
  });
  for (let n = 0; n < 50; n++) void opened[0]?.listener.chunk(batch("x\n"));
  frame();
  expect(changes).toBe(1);
});

it("reads the log anew after a lost connection, without doubling a line", () => {
  const { feed, opened, frame, connect } = bench();
  void opened[0]?.listener.chunk(batch("a\nb\n"));
  frame();
  opened[0]?.listener.end(DISCONNECTED);
  frame();
  expect(feed.state.kind).toBe("waiting");
  expect(texts(feed)).toEqual(["a", "b"]);
  connect(true);
  expect(opened).toHaveLength(2);
  expect(texts(feed)).toEqual(["a", "b"]);
  void opened[1]?.listener.chunk(batch("a\nb\nc\n"));
  frame();
  expect(texts(feed)).toEqual(["a", "b", "c"]);
});

it("ends, fails and lets go of its stream", () => {
  const { feed, opened, frame } = bench();
  opened[0]?.listener.end(null);
  frame();
  expect(feed.state.kind).toBe("ended");
  feed.reload(1_000_000);
  expect(opened[1]?.tail).toBe(1_000_000);
  const error: IsoscopeError = { code: "unavailable", engine: "Docker", reason: "It is gone." };
  opened[1]?.listener.end(error);
  frame();
  expect(feed.state).toEqual({ kind: "failed", error });
  feed.reload();
  feed.close();
  expect(opened[2]?.closed).toBe(true);
});
