import { once } from "node:events";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { ManualClock, settled } from "../manual-clock.ts";
import { hijackedBytes } from "./hijacked-bytes.ts";

const PIPE = { title: "Docker", endpoint: { kind: "socket", path: "//./pipe/docker_engine" } } as const;
const SOCKET = { title: "Docker", endpoint: { kind: "socket", path: "/run/docker.sock" } } as const;

/** A hijacked connection, what has been read of it, and a daemon that says when it is over. */
function open(origin: typeof PIPE | typeof SOCKET) {
  const socket = new PassThrough();
  const clock = new ManualClock();
  let sayOver = () => {};
  let asked = 0;
  const over = (signal: AbortSignal) => {
    asked += 1;
    return new Promise<void>((resolve) => {
      sayOver = resolve;
      signal.addEventListener("abort", () => resolve());
    });
  };
  const heard: string[] = [];
  const read = async () => {
    for await (const bytes of hijackedBytes({ socket, origin, clock, over })) heard.push(String(bytes));
  };
  return { socket, clock, heard, ended: read(), over: () => sayOver(), asked: () => asked };
}

describe("the bytes of a hijacked pipe", () => {
  it("end when the pipe does, and nothing is left waiting", async () => {
    const { socket, clock, heard, ended } = open(PIPE);
    socket.end("all");
    await ended;
    expect(heard).toEqual(["all"]);
    expect(clock.waiting).toBe(0);
  });

  it("end when the daemon says it is over and nothing more comes", async () => {
    const { socket, clock, heard, ended, over } = open(PIPE);
    socket.write("one");
    await settled();
    over();
    await settled();
    await clock.advance(100);
    await ended;
    expect(heard).toEqual(["one"]);
    expect(socket.destroyed).toBe(true);
  });

  it("are read on while they still come, however long after it was over", async () => {
    const { socket, clock, heard, ended, over } = open(PIPE);
    over();
    for (const word of ["late", "later", "latest"]) {
      await clock.advance(99);
      socket.write(word);
      await clock.advance(1);
      await settled();
      await settled();
    }
    expect(socket.destroyed).toBe(false);
    await clock.advance(100);
    await ended;
    expect(heard).toEqual(["late", "later", "latest"]);
  });

  it.each(["EPIPE", "ECONNRESET"])("end with %s, which on a socket is a loss", async (code) => {
    const torn = Object.assign(new Error(`read ${code}`), { code });
    const pipe = open(PIPE);
    const socket = open(SOCKET);
    for (const each of [pipe, socket]) {
      each.socket.write("some");
      await once(each.socket, "data").catch(() => {});
      each.socket.destroy(torn);
    }
    await expect(pipe.ended).resolves.toBeUndefined();
    await expect(socket.ended).rejects.toThrow(code);
  });

  it("pass on every other failure", async () => {
    const { socket, ended } = open(PIPE);
    socket.destroy(new Error("out of cheese"));
    await expect(ended).rejects.toThrow("out of cheese");
  });

  it("stay open when the daemon cannot be asked", async () => {
    const socket = new PassThrough();
    const clock = new ManualClock();
    const over = () => Promise.reject(new Error("gone"));
    const first = hijackedBytes({ socket, origin: PIPE, clock, over }).next();
    await clock.advance(10_000);
    socket.write("still here");
    expect(String((await first).value)).toBe("still here");
  });
});

it("asks a daemon on a socket for nothing", async () => {
  const { socket, ended, asked } = open(SOCKET);
  socket.end();
  await ended;
  expect(asked()).toBe(0);
});
