import { expect, test } from "vitest";
import { BridgePeer } from "./bridge-peer.ts";

interface Api {
  readonly platform: string;
  send(frame: unknown): void;
  subscribe(listener: (frame: unknown) => void): () => void;
  fail(): void;
}

const isApi = (value: unknown): value is Api =>
  typeof value === "object" && value !== null && "send" in value && "subscribe" in value && "fail" in value;

/** Both worlds, with a preload that exposes an API and a page that has got it. */
function worlds() {
  const listeners = new Set<(frame: unknown) => void>();
  const sent: unknown[] = [];
  const exposed = new Map<string, unknown>();
  const page = new BridgePeer({
    post: (text) => preload.receive(text),
    onExpose: (key, api) => exposed.set(key, api),
  });
  const preload: BridgePeer = new BridgePeer({ post: (text) => page.receive(text), onExpose: () => {} });
  preload.expose("isoscope", {
    platform: "linux",
    send: (frame: unknown) => void sent.push(frame),
    subscribe: (listener: (frame: unknown) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fail: () => {
      throw new TypeError("no such thing");
    },
  });
  const api = exposed.get("isoscope");
  if (!isApi(api)) throw new Error("nothing was exposed");
  return { api, sent, listeners };
}

test("values are copies", () => {
  const { api, sent } = worlds();
  const frame = { list: [1, 2] };
  api.send(frame);
  frame.list.push(3);
  expect([api.platform, sent]).toEqual(["linux", [{ list: [1, 2] }]]);
});

test("a callback is called in its own world, and what subscribing returned ends it", () => {
  const { api, listeners } = worlds();
  const seen: unknown[] = [];
  const leave = api.subscribe((frame) => seen.push(frame));
  for (const listener of listeners) listener({ t: "value" });
  leave();
  expect([seen, listeners.size]).toEqual([[{ t: "value" }], 0]);
});

test("an error crosses by name and message, not as the other world's object", () => {
  const { api } = worlds();
  expect(() => api.fail()).toThrow("no such thing");
  expect(() => api.send(Symbol("s"))).toThrow(/could not be cloned/);
});
