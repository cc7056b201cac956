import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Client } from "./client.ts";
import { call, live, stream } from "./define.ts";
import { createDispatcher } from "./dispatcher.ts";
import { IsoscopeError } from "./errors.ts";
import { IsoscopeFailure } from "./failure.ts";
import { ServerFrame } from "./frames.ts";
import type { Handlers } from "./handlers.ts";
import { LiveStore } from "./live-store.ts";
import { memoryLink } from "./memory-link.ts";
import { mirrorInto } from "./mirror.ts";
import { OutputQueue } from "./output-queue.ts";
import { OutputChunk } from "./streams.ts";

const contract = {
  double: call(z.object({ n: z.number() }).strict(), z.number()),
  fail: call(z.object({ how: z.enum(["typed", "plain", "lie"]) }), z.number()),
  hang: call(z.object({}), z.number()),
  numbers: live(z.object({}), z.number()),
  output: stream(z.object({}), OutputChunk, z.object({ text: z.string() })),
} as const;
type Tiny = typeof contract;

interface Bench {
  readonly client: Client<Tiny>;
  readonly numbers: LiveStore<number>;
  readonly queue: OutputQueue;
  readonly aborted: string[];
  readonly heard: string[];
  readonly dispatcher: ReturnType<typeof createDispatcher>;
}

function bench(): Bench {
  const numbers = new LiveStore<number>();
  const aborted: string[] = [];
  const heard: string[] = [];
  const queue = new OutputQueue(() => aborted.push("output"));
  const handlers: Handlers<Tiny> = {
    double: async ({ n }) => n * 2,
    fail: async ({ how }) => {
      if (how === "typed") throw new IsoscopeFailure({ code: "not-found", what: "thing", name: "x" });
      if (how === "plain") throw new Error("plain");
      return JSON.parse('"not a number"');
    },
    hang: (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          aborted.push("hang");
          reject(new IsoscopeFailure({ code: "cancelled", op: "hang" }));
        });
      }),
    numbers: () => numbers,
    output: async () => ({ output: queue, send: ({ text }) => void heard.push(text) }),
  };
  const dispatcher = createDispatcher(contract, handlers, { checkItems: true });
  return { client: new Client<Tiny>(memoryLink(dispatcher)), numbers, queue, aborted, heard, dispatcher };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function failureOf(promise: Promise<unknown>): Promise<IsoscopeError> {
  const thrown = await promise.then(
    () => new Error("it resolved"),
    (reason: unknown) => reason,
  );
  if (thrown instanceof IsoscopeFailure) return thrown.error;
  throw thrown;
}

describe("calls", () => {
  test("a call is answered", async () => {
    expect(await bench().client.call("double", { n: 21 })).toBe(42);
  });

  test("bad input names the field and does not reach the handler", async () => {
    const { client } = bench();
    const input: { n: number } = JSON.parse('{"n":"many"}');
    expect(await failureOf(client.call("double", input))).toMatchObject({ code: "invalid", field: "n" });
  });

  test("typed failures cross unchanged, others become internal, and a wrong reply is caught", async () => {
    const { client } = bench();
    expect(await failureOf(client.call("fail", { how: "typed" }))).toEqual({
      code: "not-found",
      what: "thing",
      name: "x",
    });
    expect(await failureOf(client.call("fail", { how: "plain" }))).toMatchObject({
      code: "internal",
      message: "plain",
    });
    expect(await failureOf(client.call("fail", { how: "lie" }))).toMatchObject({ code: "internal" });
  });

  test("cancelling rejects at once and aborts the handler", async () => {
    const { client, aborted } = bench();
    const abort = new AbortController();
    const pending = failureOf(client.call("hang", {}, { signal: abort.signal }));
    await settle();
    abort.abort();
    expect(await pending).toEqual({ code: "cancelled", op: "hang" });
    await settle();
    expect(aborted).toEqual(["hang"]);
  });

  test("closing the client ends what is pending as disconnected and aborts the handler", async () => {
    const { client, aborted } = bench();
    const pending = failureOf(client.call("hang", {}));
    await settle();
    client.close();
    expect(await pending).toMatchObject({ code: "disconnected" });
    await settle();
    expect(aborted).toEqual(["hang"]);
  });
});

describe("live collections", () => {
  test("a watcher has at all times what the store has", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ set: fc.array(fc.nat(9)), remove: fc.array(fc.nat(9)) }), { maxLength: 20 }),
        async (steps) => {
          const { client, numbers } = bench();
          const seen = new Map<string, number>();
          let value = 0;
          const step = ({ set, remove }: { set: number[]; remove: number[] }) =>
            numbers.update(
              set.map((key) => [`k${key}`, value++] as const),
              remove.filter((key) => !set.includes(key)).map((key) => `k${key}`),
            );
          for (const first of steps.slice(0, 3)) step(first);
          const stop = client.live(
            "numbers",
            {},
            {
              ...mirrorInto(seen),
              error: (error) => expect.fail(error.code),
            },
          );
          for (const next of steps.slice(3)) step(next);
          await settle();
          expect(new Map([...seen].sort())).toEqual(new Map([...numbers.snapshot().entries].sort()));
          stop();
          client.close();
        },
      ),
    );
  });

  test("the last watcher to go is told to the store", async () => {
    const watched: boolean[] = [];
    const store = new LiveStore<number>({ onWatched: (is) => watched.push(is) });
    const sink = { snapshot: () => {}, change: () => {}, fail: () => {} };
    const first = store.subscribe(sink);
    const second = store.subscribe({ ...sink });
    first();
    second();
    second();
    expect(watched).toEqual([true, false]);
  });

  test("what watching sets going is in the snapshot, not a change before it", () => {
    const store: LiveStore<number> = new LiveStore({ onWatched: () => store.update([["k", 1]]) });
    const heard: string[] = [];
    store.subscribe({
      snapshot: ({ entries }) => void heard.push(`snapshot of ${entries.length}`),
      change: () => void heard.push("change"),
      fail: () => {},
    });
    expect(heard).toEqual(["snapshot of 1"]);
  });

  test("a gap in the numbering leads to a new snapshot", async () => {
    const sent: unknown[] = [];
    let deliver: (frame: ServerFrame) => void = () => {};
    const client = new Client<Tiny>({
      send: (frame) => void sent.push(frame),
      onFrame: (listener) => {
        deliver = listener;
        return () => {};
      },
      connected: true,
      onConnection: () => () => {},
      close: () => {},
    });
    const changes: number[] = [];
    client.live(
      "numbers",
      {},
      {
        snapshot: () => {},
        change: ({ rev }) => void changes.push(rev),
        error: () => {},
      },
    );
    deliver({ t: "snapshot", id: 1, rev: 5, entries: [] });
    deliver({ t: "change", id: 1, from: 5, rev: 6, upsert: [], remove: [] });
    deliver({ t: "change", id: 1, from: 7, rev: 8, upsert: [], remove: [] });
    expect(changes).toEqual([6]);
    expect(sent).toEqual([
      { t: "open", id: 1, name: "numbers", input: {} },
      { t: "close", id: 1 },
      { t: "open", id: 2, name: "numbers", input: {} },
    ]);
  });
});

describe("streams", () => {
  test("chunks arrive in order, input goes up, and the end is told", async () => {
    const { client, queue, heard } = bench();
    const texts: string[] = [];
    const ended = new Promise<unknown>((resolve) => {
      const handle = client.stream(
        "output",
        {},
        {
          chunk: (chunk) => chunk.kind === "text" && texts.push(chunk.text),
          end: resolve,
        },
      );
      handle.send({ text: "hello" });
    });
    for (let i = 0; i < 300; i++) queue.push({ kind: "text", source: "stdout", text: `${i}`, at: null });
    queue.end();
    expect(await ended).toBeNull();
    expect(texts).toEqual(Array.from({ length: 300 }, (_, i) => `${i}`));
    expect(heard).toEqual(["hello"]);
  });

  test("without credit no more than the initial chunks are sent", async () => {
    const { dispatcher, queue } = bench();
    const sent: ServerFrame[] = [];
    const served = dispatcher.connect({
      send: (frame) => sent.push(frame),
      congested: () => false,
      onDrain: () => () => {},
    });
    served.receive({ t: "open", id: 1, name: "output", input: {} });
    for (let i = 0; i < 200; i++) queue.push({ kind: "text", source: "stdout", text: "x", at: null });
    await settle();
    expect(sent).toHaveLength(64);
    served.receive({ t: "credit", id: 1, n: 10 });
    await settle();
    expect(sent).toHaveLength(74);
  });

  test("a chunk counts as read only when its reader says so", async () => {
    const { client, queue } = bench();
    const unread: (() => void)[] = [];
    let seen = 0;
    const chunk = () => {
      seen += 1;
      return new Promise<void>((resolve) => unread.push(resolve));
    };
    client.stream("output", {}, { chunk, end: () => {} });
    for (let i = 0; i < 200; i++) queue.push({ kind: "text", source: "stdout", text: "x", at: null });
    await settle();
    expect(seen).toBe(64);
    for (const read of unread.splice(0)) read();
    await settle();
    expect(seen).toBe(128);
  });

  test("closing a silent stream releases its session", async () => {
    const { client, aborted } = bench();
    const handle = client.stream("output", {}, { chunk: () => {}, end: () => {} });
    await settle();
    handle.close();
    await settle();
    expect(aborted).toEqual(["output"]);
  });

  test("a slow reader is told how many lines were dropped", async () => {
    const queue = new OutputQueue(() => {}, 100);
    for (let i = 0; i < 50; i++)
      queue.push({ kind: "text", source: "stdout", text: `line ${i}\n`, at: null });
    queue.end();
    const chunks: OutputChunk[] = [];
    for await (const chunk of queue) chunks.push(chunk);
    const dropped = chunks[0]?.kind === "dropped" ? chunks[0].lines : 0;
    expect(dropped).toBeGreaterThan(0);
    expect(dropped + chunks.length - 1).toBe(50);
    expect(chunks.at(-1)).toMatchObject({ text: "line 49\n" });
  });
});

describe("whatever a client sends", () => {
  test("each frame is answered, or not, but nothing throws and every error is a contract error", async () => {
    const frames = fc.oneof(
      fc.anything(),
      fc.record({
        t: fc.constantFrom("call", "open", "cancel", "close", "credit", "up", "nonsense"),
        id: fc.oneof(fc.integer(), fc.anything()),
        name: fc.oneof(
          fc.constantFrom("double", "numbers", "output", "__proto__", "constructor"),
          fc.string(),
        ),
        input: fc.anything(),
        n: fc.anything(),
        message: fc.anything(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frames, { maxLength: 10 }), async (sent) => {
        const received: ServerFrame[] = [];
        const served = bench().dispatcher.connect({
          send: (frame) => received.push(frame),
          congested: () => false,
          onDrain: () => () => {},
        });
        for (const frame of sent) served.receive(frame);
        await settle();
        served.close();
        for (const frame of received) {
          expect(ServerFrame.safeParse(frame).success).toBe(true);
          if ("error" in frame && frame.error) IsoscopeError.parse(frame.error);
        }
      }),
    );
  });

  test("prototype names are no calls", async () => {
    const received: ServerFrame[] = [];
    const served = bench().dispatcher.connect({
      send: (frame) => received.push(frame),
      congested: () => false,
      onDrain: () => () => {},
    });
    served.receive({ t: "call", id: 1, name: "__proto__", input: {} });
    expect(received).toEqual([
      { t: "error", id: 1, error: { code: "not-found", what: "call", name: "__proto__" } },
    ]);
  });
});
