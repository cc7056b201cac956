import { describe, expect, it } from "vitest";
import { settled } from "../manual-clock.ts";
import { SharedWork } from "./shared-work.ts";

/** Work that ends when told, and notes its signal. */
function bench() {
  const shared = new SharedWork<string>();
  const runs: { readonly signal: AbortSignal; readonly end: (value: string) => void }[] = [];
  const ask = (abort = new AbortController()) =>
    shared.run("key", abort.signal, "work", (signal) => new Promise((end) => runs.push({ signal, end })));
  return { shared, runs, ask };
}

describe("SharedWork", () => {
  it("does the work once for all who ask meanwhile, and again for who asks later", async () => {
    const { runs, ask } = bench();
    const both = [ask(), ask()];
    runs[0]?.end("one");
    expect(await Promise.all(both)).toEqual(["one", "one"]);
    const later = ask();
    runs[1]?.end("two");
    expect(await later).toBe("two");
  });

  it("goes on while anybody waits, and is aborted when the last has left", async () => {
    const { runs, ask } = bench();
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [ask(first), ask(second)].map((work) =>
      expect(work).rejects.toMatchObject({ error: { code: "cancelled" } }),
    );
    first.abort();
    await settled();
    expect(runs[0]?.signal.aborted).toBe(false);
    second.abort();
    await Promise.all(waiting);
    expect(runs[0]?.signal.aborted).toBe(true);
  });

  it("begins anew for who comes after an abort", async () => {
    const { runs, ask } = bench();
    const abort = new AbortController();
    const left = expect(ask(abort)).rejects.toThrow();
    abort.abort();
    await left;
    const next = ask();
    expect(runs).toHaveLength(2);
    runs[1]?.end("fresh");
    expect(await next).toBe("fresh");
  });

  it("is idle only when aborted work has ended too", async () => {
    const { shared, runs, ask } = bench();
    const abort = new AbortController();
    const left = expect(ask(abort)).rejects.toThrow();
    abort.abort();
    await left;
    let idle = false;
    const waiting = shared.idle().then(() => {
      idle = true;
    });
    await settled();
    expect(idle).toBe(false);
    runs[0]?.end("done");
    await waiting;
  });
});
