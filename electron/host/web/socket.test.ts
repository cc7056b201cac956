import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { call } from "../../contract/define.ts";
import { createDispatcher } from "../../contract/dispatcher.ts";
import { openSocket, type TestHost, testHost } from "./test-host.ts";
import { MAX_FRAME_BYTES } from "./upgrade.ts";

let aborted = 0;
const Text = z.object({ text: z.string() });
const dispatcher = createDispatcher(
  { "host.echo": call(Text, Text), "host.wait": call(z.object({}), Text) },
  {
    "host.echo": async (input) => input,
    "host.wait": (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          aborted += 1;
          reject(new Error("aborted"));
        });
      }),
  },
);

let web: TestHost;
let headers: { cookie: string; origin: string };
beforeEach(async () => {
  aborted = 0;
  web = await testHost(dispatcher);
  headers = { cookie: await web.signIn(), origin: `http://127.0.0.1:${web.host.port}` };
});
afterEach(async () => {
  await web[Symbol.asyncDispose]();
});

async function connect(): Promise<WebSocket> {
  const socket = await openSocket(web, headers);
  if (!(socket instanceof WebSocket)) throw new Error(`turned away with ${socket}`);
  return socket;
}

async function answer(socket: WebSocket): Promise<unknown> {
  const [data]: Buffer[] = await once(socket, "message");
  return JSON.parse(String(data));
}

test("a call is answered over the socket", async () => {
  const socket = await connect();
  socket.send(JSON.stringify({ t: "call", id: 1, name: "host.echo", input: { text: "ping" } }));
  expect(await answer(socket)).toEqual({ t: "value", id: 1, value: { text: "ping" } });
});

test("without the cookie, or with a wrong one, there is no socket", async () => {
  expect(await openSocket(web, { origin: headers.origin })).toBe(401);
  expect(await openSocket(web, { ...headers, cookie: `isoscope-${web.host.port}=guess` })).toBe(401);
});

test("a foreign, missing or opaque Origin gets no socket", async () => {
  expect(await openSocket(web, { ...headers, origin: "http://evil.example" })).toBe(403);
  expect(await openSocket(web, { ...headers, origin: "null" })).toBe(403);
  expect(await openSocket(web, { cookie: headers.cookie })).toBe(403);
});

test("a foreign Host gets no socket, even when the Origin agrees with it", async () => {
  const host = `evil.example:${web.host.port}`;
  expect(await openSocket(web, { ...headers, host, origin: `http://${host}` })).toBe(403);
});

test("there is no socket under another path", async () => {
  expect(await openSocket(web, headers, "/other")).toBe(404);
});

test.each(["not json", "", "{"])("text %j is answered as malformed and the socket stays", async (text) => {
  const socket = await connect();
  socket.send(text);
  expect(await answer(socket)).toMatchObject({ t: "malformed", error: { code: "invalid" } });
  socket.send(JSON.stringify({ t: "call", id: 2, name: "host.echo", input: { text: "still" } }));
  expect(await answer(socket)).toMatchObject({ t: "value", id: 2 });
});

test.each([
  { frame: [] },
  { frame: 7 },
  { frame: { t: "call", id: -1, name: "x" } },
  { frame: { t: "__proto__" } },
])("JSON that is no frame is answered as malformed: $frame", async ({ frame }) => {
  const socket = await connect();
  socket.send(JSON.stringify(frame));
  expect(await answer(socket)).toMatchObject({ t: "malformed", error: { code: "invalid" } });
});

test("a binary frame is malformed even when it holds JSON", async () => {
  const socket = await connect();
  socket.send(Buffer.from(JSON.stringify({ t: "call", id: 1, name: "host.echo", input: { text: "" } })));
  expect(await answer(socket)).toMatchObject({ t: "malformed" });
});

test("a frame over the limit ends the connection with 1009, and what it had open", async () => {
  const socket = await connect();
  socket.send(JSON.stringify({ t: "call", id: 1, name: "host.wait", input: {} }));
  socket.send(JSON.stringify({ t: "call", id: 2, name: "host.echo", input: { text: "x" } }));
  await answer(socket);
  socket.send("x".repeat(MAX_FRAME_BYTES + 1));
  const [code] = await once(socket, "close");
  expect(code).toBe(1009);
  await web.host.close();
  expect(aborted).toBe(1);
});

test("closing the host says goodbye to its clients and ends their calls", async () => {
  const socket = await connect();
  socket.send(JSON.stringify({ t: "call", id: 1, name: "host.wait", input: {} }));
  socket.send(JSON.stringify({ t: "call", id: 2, name: "host.echo", input: { text: "x" } }));
  await answer(socket);
  const gone = once(socket, "close");
  await web.host.close();
  expect((await gone)[0]).toBe(1001);
  expect(aborted).toBe(1);
});
