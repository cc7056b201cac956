import { expect, test } from "vitest";
import { FakeTimer } from "./fake-timer.ts";
import { type Socket, WebSocketLink } from "./websocket-link.ts";

class FakeSocket implements Socket {
  readyState: Socket["readyState"] = 0;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly sent: unknown[] = [];

  send(data: unknown): void {
    this.sent.push(data);
  }

  close(): void {
    this.drop();
  }

  open(): void {
    this.readyState = 1;
    Reflect.apply(this.onopen ?? (() => {}), this, [new Event("open")]);
  }

  drop(): void {
    this.readyState = 3;
    Reflect.apply(this.onclose ?? (() => {}), this, [new Event("close")]);
  }

  deliver(data: unknown): void {
    Reflect.apply(this.onmessage ?? (() => {}), this, [new MessageEvent("message", { data })]);
  }
}

function begin() {
  const timer = new FakeTimer(1_000);
  const sockets: FakeSocket[] = [];
  const open = () => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket;
  };
  const link = new WebSocketLink({ open, timer, random: () => 1 });
  const connections: boolean[] = [];
  link.onConnection((connected) => connections.push(connected));
  return { timer, sockets, link, connections };
}

test("is connecting, then connected, and sends JSON text", () => {
  const { link, sockets, connections } = begin();
  expect(link.status.state).toBe("connecting");
  sockets[0]?.open();
  link.send({ t: "call" });
  expect(link.connected).toBe(true);
  expect(connections).toEqual([true]);
  expect(sockets[0]?.sent).toEqual(['{"t":"call"}']);
});

test("what is sent while not connected is lost, not queued", () => {
  const { link, sockets } = begin();
  link.send({ t: "call" });
  sockets[0]?.open();
  expect(sockets[0]?.sent).toEqual([]);
});

test("a lost connection says when it is tried again, and waits longer each time, up to 5 s", () => {
  const { link, sockets, timer, connections } = begin();
  sockets[0]?.open();
  sockets[0]?.drop();
  expect(connections).toEqual([true, false]);
  expect(link.status).toEqual({ state: "lost", since: 1_000, retryAt: 1_250 });
  const waits: number[] = [];
  for (let i = 0; i < 7; i++) {
    const due = link.status.retryAt ?? 0;
    waits.push(due - timer.now());
    timer.advance(due - timer.now());
    sockets.at(-1)?.drop();
  }
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  expect(link.status.since).toBe(1_000);
});

test("a connection that holds starts the back-off anew", () => {
  const { link, sockets, timer } = begin();
  sockets[0]?.drop();
  timer.advance(250);
  sockets[1]?.open();
  sockets[1]?.drop();
  expect((link.status.retryAt ?? 0) - timer.now()).toBe(250);
});

test("retryNow does not wait, and does not leave the old attempt behind", () => {
  const { link, sockets, timer } = begin();
  sockets[0]?.drop();
  link.retryNow();
  link.retryNow();
  expect(sockets).toHaveLength(2);
  timer.advance(10_000);
  expect(sockets).toHaveLength(2);
});

test("a closed link stays closed", () => {
  const { link, sockets, timer } = begin();
  sockets[0]?.open();
  link.close();
  timer.advance(60_000);
  expect(sockets).toHaveLength(1);
});

test("frames reach every listener; what is no frame reaches none", () => {
  const { link, sockets } = begin();
  const frames: unknown[] = [];
  link.onFrame((frame) => frames.push(frame));
  sockets[0]?.open();
  sockets[0]?.deliver('{"t":"value","id":1,"value":2}');
  sockets[0]?.deliver("null");
  sockets[0]?.deliver(new ArrayBuffer(1));
  expect(frames).toEqual([{ t: "value", id: 1, value: 2 }]);
});
