import { expect, test } from "vitest";
import { SocketLink } from "./socket-link.ts";

/** A socket whose reader takes bytes only when told to. */
class SlowSocket {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  terminated = false;
  readonly #writes: { readonly size: number; readonly done: () => void }[] = [];

  send(data: string, done: () => void): void {
    this.bufferedAmount += data.length;
    this.#writes.push({ size: data.length, done });
  }

  terminate(): void {
    this.terminated = true;
  }

  takeOne(): void {
    const write = this.#writes.shift();
    this.bufferedAmount -= write?.size ?? 0;
    write?.done();
  }
}

const frame = (bytes: number) => ({ t: "value", id: 1, value: "x".repeat(bytes) }) as const;

function slowLink() {
  const socket = new SlowSocket();
  const link = new SocketLink(socket);
  let drains = 0;
  link.onDrain(() => {
    drains += 1;
  });
  return { socket, link, drains: () => drains };
}

test("a link within its threshold is not congested and announces no drain", () => {
  const { socket, link, drains } = slowLink();
  link.send(frame(1000));
  expect(link.congested()).toBe(false);
  socket.takeOne();
  expect(drains()).toBe(0);
});

test("a full link drains once, when its reader has caught up", () => {
  const { socket, link, drains } = slowLink();
  for (let sent = 0; sent < 4; sent += 1) link.send(frame(500_000));
  expect(link.congested()).toBe(true);
  socket.takeOne();
  expect([link.congested(), drains()]).toEqual([true, 0]);
  socket.takeOne();
  expect([link.congested(), drains()]).toEqual([false, 1]);
  socket.takeOne();
  expect(drains()).toBe(1);
});

test("a reader that has stopped for good is cut off before memory runs out", () => {
  const { socket, link } = slowLink();
  for (let sent = 0; sent < 70; sent += 1) link.send(frame(1 << 20));
  expect(socket.terminated).toBe(true);
});

test("nothing is sent into a closing socket", () => {
  const { socket, link } = slowLink();
  socket.readyState = 2;
  link.send(frame(10));
  expect(socket.bufferedAmount).toBe(0);
});
