import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { createDispatcher } from "../../contract/dispatcher.ts";
import { openSocket, type TestHost, testHost } from "./test-host.ts";

const TOKEN = "p".repeat(43);
const authorization = `Bearer ${TOKEN}`;

let web: TestHost;
beforeEach(async () => {
  web = await testHost(createDispatcher({}, {}), { programToken: TOKEN });
});
afterEach(async () => {
  await web[Symbol.asyncDispose]();
});

test("a program with the token gets a socket without cookie and Origin", async () => {
  expect(await openSocket(web, { authorization })).toBeInstanceOf(WebSocket);
});

test.each(["Bearer guess", `Bearer ${TOKEN}x`, `bearer ${TOKEN}`, `Basic ${TOKEN}`, "Bearer ", TOKEN])(
  "%s gets none",
  async (wrong) => {
    expect(await openSocket(web, { authorization: wrong })).toBe(401);
  },
);

test("the one-time token of the browser's link is no program's token", async () => {
  expect(await openSocket(web, { authorization: `Bearer ${web.host.token}` })).toBe(401);
});

test("a page gets none, whatever it brings: neither with the token nor with its session beside it", async () => {
  const origin = `http://127.0.0.1:${web.host.port}`;
  expect(await openSocket(web, { authorization, origin })).toBe(403);
  expect(await openSocket(web, { authorization, origin, cookie: await web.signIn() })).toBe(403);
});

test("a foreign Host gets none", async () => {
  for (const host of ["evil.example", `evil.example:${web.host.port}`, "127.0.0.1:1"]) {
    expect(await openSocket(web, { authorization, host })).toBe(403);
  }
});

test("the token opens no page", async () => {
  expect((await web.get("/", { headers: { authorization } })).status).toBe(401);
});

test("a host that was given no token has no such door", async () => {
  await using closed = await testHost(createDispatcher({}, {}));
  expect(await openSocket(closed, { authorization: "Bearer undefined" })).toBe(401);
  expect(await openSocket(closed, { authorization: "" })).toBe(401);
});
