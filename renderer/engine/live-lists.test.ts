import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { container } from "../../e2e/fixtures/fixture-rows.ts";
import { Client } from "../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../electron/contract/contract.ts";
import type { ServerFrame } from "../../electron/contract/frames.ts";
import type { ClientLink } from "../../electron/contract/link.ts";
import { FakeTimer } from "./fake-timer.ts";
import { Listeners } from "./listeners.ts";
import { type LiveData, NOTHING } from "./live-data.ts";
import { LiveLists } from "./live-lists.ts";
import { liveOptions } from "./live-resource.ts";
import { containersResource } from "./resources.ts";

interface Sent {
  readonly t: string;
  readonly id: number;
}

/** A link whose server is the test. */
function begin() {
  const frames = new Listeners<ServerFrame>();
  const connections = new Listeners<boolean>();
  const attentions = new Listeners<boolean>();
  const sent: Sent[] = [];
  const link: ClientLink = {
    connected: true,
    send: (frame) => sent.push(frame as Sent),
    onFrame: (listener) => frames.add(listener),
    onConnection: (listener) => connections.add(listener),
    close: () => {},
  };
  const attention = {
    present: true,
    onChange: (listener: (present: boolean) => void) => attentions.add(listener),
  };
  const cache = new QueryClient();
  const lists = new LiveLists(new Client<IsoscopeContract>(link), cache, attention, new FakeTimer(5));
  const data = (): LiveData<unknown> =>
    cache.getQueryData(liveOptions(containersResource).queryKey) ?? NOTHING;
  const attend = (present: boolean) => {
    attention.present = present;
    attentions.tell(present);
  };
  const opens = () => sent.filter(({ t }) => t === "open");
  return { frames, connections, sent, lists, data, attend, opens };
}

const a = container("a", "process", 1);
const b = container("b", "process", 2);
const snapshot = (id: number, rev: number, ...items: (typeof a)[]): ServerFrame => ({
  t: "snapshot",
  id,
  rev,
  entries: items.map((item) => [item.key, structuredClone(item)]),
});
const change = (id: number, from: number, upsert: (typeof a)[], remove: string[] = []): ServerFrame => ({
  t: "change",
  id,
  from,
  rev: from + 1,
  upsert: upsert.map((item) => [item.key, item]),
  remove,
});

test("several observers share one subscription, which ends with the last", async () => {
  const { lists, opens, sent } = begin();
  const first = lists.observe(containersResource);
  const second = lists.observe(containersResource);
  expect(opens()).toHaveLength(1);
  first();
  await Promise.resolve();
  expect(sent.filter(({ t }) => t === "close")).toHaveLength(0);
  second();
  await Promise.resolve();
  expect(sent.filter(({ t }) => t === "close")).toHaveLength(1);
});

test("a screen that takes over an observer's place does not subscribe anew", async () => {
  const { lists, opens } = begin();
  const leave = lists.observe(containersResource);
  leave();
  lists.observe(containersResource);
  await Promise.resolve();
  expect(opens()).toHaveLength(1);
});

test("changes are applied in order, and rows that stay keep their identity", () => {
  const { lists, frames, data } = begin();
  lists.observe(containersResource);
  frames.tell(snapshot(1, 3, a, b));
  const before = data().rows.get(b.key);
  frames.tell(change(1, 3, [{ ...a, state: "paused" }]));
  frames.tell(change(1, 4, [], [a.key]));
  expect([...data().rows.keys()]).toEqual([b.key]);
  expect(data().rows.get(b.key)).toBe(before);
});

test("a gap in the numbering leads to a new snapshot, and equal rows keep their identity over it", () => {
  const { lists, frames, data, opens } = begin();
  lists.observe(containersResource);
  frames.tell(snapshot(1, 3, a));
  const before = data().rows.get(a.key);
  frames.tell(change(1, 9, [b]));
  expect(opens()).toHaveLength(2);
  expect(data().rows.has(b.key)).toBe(false);
  frames.tell(snapshot(2, 10, a, b));
  expect(data().rows.size).toBe(2);
  expect(data().rows.get(a.key)).toBe(before);
});

test("a page nobody looks at asks for nothing, and is current again when shown", () => {
  const { lists, frames, data, attend, sent, opens } = begin();
  lists.observe(containersResource);
  frames.tell(snapshot(1, 3, a));
  attend(false);
  expect(sent.at(-1)).toEqual({ t: "close", id: 1 });
  expect(data().rows.size).toBe(1);
  attend(true);
  expect(opens()).toHaveLength(2);
});

test("a lost connection keeps the rows and says why they are old, until the next snapshot", () => {
  const { lists, frames, connections, data } = begin();
  lists.observe(containersResource);
  frames.tell(snapshot(1, 3, a));
  connections.tell(false);
  expect(data().rows.size).toBe(1);
  expect(data().error?.code).toBe("disconnected");
  connections.tell(true);
  frames.tell(snapshot(2, 1, b));
  expect(data().error).toBeNull();
  expect([...data().rows.keys()]).toEqual([b.key]);
});
