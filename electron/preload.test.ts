import { EventEmitter } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import { CHANNEL, COUNT_EVERY, HELLO } from "./host/electron/channel.ts";

const ipc = vi.hoisted(() => ({ sent: [] as unknown[], exposed: new Map<string, unknown>() }));
const incoming = new EventEmitter();

vi.mock("electron", () => ({
  ipcRenderer: {
    on: (channel: string, listener: (event: unknown, frame: unknown) => void) =>
      incoming.on(channel, listener),
    send: (channel: string, message: unknown) => ipc.sent.push([channel, message]),
  },
  contextBridge: { exposeInMainWorld: (key: string, api: unknown) => ipc.exposed.set(key, api) },
}));

interface Bridge {
  readonly platform: string;
  send(frame: unknown): void;
  subscribe(listener: (frame: unknown) => void): () => void;
}

const isBridge = (value: unknown): value is Bridge =>
  typeof value === "object" && value !== null && "send" in value && "subscribe" in value;

let bridge: Bridge;
beforeEach(async () => {
  ipc.sent.length = 0;
  incoming.removeAllListeners();
  vi.resetModules();
  await import("./preload.ts");
  const exposed = ipc.exposed.get("isoscope");
  if (!isBridge(exposed)) throw new Error("nothing was exposed");
  bridge = exposed;
});

test("a page announces itself before anything else", () => {
  bridge.send({ t: "call" });
  expect(ipc.sent).toEqual([
    [CHANNEL, HELLO],
    [CHANNEL, { t: "call" }],
  ]);
});

test("the page gets frames, no events, and none after it has left", () => {
  const seen: unknown[][] = [];
  const leave = bridge.subscribe((...args) => seen.push(args));
  incoming.emit(CHANNEL, { sender: "secret" }, { t: "value" });
  leave();
  incoming.emit(CHANNEL, {}, { t: "value" });
  expect(seen).toEqual([[{ t: "value" }]]);
});

test("frames taken are counted back, so that the main process knows when the page lags", () => {
  for (let frame = 0; frame < COUNT_EVERY * 2 + 1; frame += 1) incoming.emit(CHANNEL, {}, { t: "value" });
  expect(ipc.sent.slice(1)).toEqual([
    [CHANNEL, COUNT_EVERY],
    [CHANNEL, COUNT_EVERY],
  ]);
});

test("the page gets three things and none of Electron's", () => {
  expect(Object.keys(bridge).sort()).toEqual(["platform", "send", "subscribe"]);
});
