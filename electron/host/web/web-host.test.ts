import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { call } from "../../contract/define.ts";
import { createDispatcher } from "../../contract/dispatcher.ts";
import { IsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { type TestHost, testHost } from "./test-host.ts";
import { startWebHost } from "./web-host.ts";

const dispatcher = createDispatcher(
  { "host.echo": call(z.object({ text: z.string() }), z.object({ text: z.string() })) },
  { "host.echo": async (input) => input },
);

let web: TestHost;
beforeEach(async () => {
  web = await testHost(dispatcher);
});
afterEach(async () => {
  await web[Symbol.asyncDispose]();
});

const errorOf = (body: string) => IsoscopeError.parse(JSON.parse(body));

test("the token becomes a cookie that scripts and other sites cannot use", async () => {
  const reply = await web.get(`/?token=${web.host.token}`);
  expect(reply.status).toBe(303);
  expect(reply.headers.location).toBe("/");
  expect(reply.headers["set-cookie"]?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(reply.headers["set-cookie"]?.[0]).not.toContain(web.host.token);
});

test("the session is served the page, and the page is never stored", async () => {
  const reply = await web.get("/", { headers: { cookie: await web.signIn() } });
  expect([reply.status, reply.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(reply.body).toContain("<title>Isoscope</title>");
});

test("a hashed file may be kept for ever", async () => {
  const reply = await web.get("/assets/main-1a2b.js", { headers: { cookie: await web.signIn() } });
  expect(reply.headers["cache-control"]).toContain("immutable");
  expect(reply.headers["content-type"]).toBe("text/javascript; charset=utf-8");
});

test("a spent token is refused, except to the browser that spent it", async () => {
  const cookie = await web.signIn();
  const again = `/?token=${web.host.token}`;
  expect((await web.get(again)).status).toBe(401);
  const known = await web.get(again, { headers: { cookie } });
  expect([known.status, known.headers["set-cookie"]]).toEqual([303, undefined]);
});

test("a wrong token is refused and spends nothing", async () => {
  const wrong = await web.get(`/session?token=${"x".repeat(43)}`);
  expect([wrong.status, errorOf(wrong.body).code]).toEqual([401, "denied"]);
  expect((await web.get(`/session?token=${web.host.token}`)).status).toBe(303);
});

test("looking a link over with HEAD does not spend its token", async () => {
  await web.get(`/?token=${web.host.token}`, { method: "HEAD" });
  expect((await web.get(`/?token=${web.host.token}`)).status).toBe(303);
});

test.each(["/", "/assets/main-1a2b.js", "/nowhere"])("without a session %s is refused", async (target) => {
  const reply = await web.get(target, { headers: { cookie: `isoscope-${web.host.port}=guess` } });
  expect([reply.status, errorOf(reply.body).code]).toEqual([401, "denied"]);
});

test("a browser is told in a page, with the next step", async () => {
  const reply = await web.get("/", { headers: { accept: "text/html,*/*" } });
  expect(reply.headers["content-type"]).toContain("text/html");
  expect(reply.body).toContain("Start Isoscope again");
});

test("a foreign Host is refused even with the session", async () => {
  const cookie = await web.signIn();
  for (const host of ["evil.example", `evil.example:${web.host.port}`, "127.0.0.1", "127.0.0.1:1"]) {
    expect((await web.get("/", { headers: { cookie, host } })).status).toBe(403);
  }
  expect((await web.get("/", { headers: { cookie, host: `localhost:${web.host.port}` } })).status).toBe(200);
});

test("a foreign Origin is refused even with the session", async () => {
  const headers = { cookie: await web.signIn(), origin: "http://evil.example" };
  expect((await web.get("/", { headers })).status).toBe(403);
});

test("other methods are refused with what is allowed", async () => {
  const reply = await web.get("/", { method: "POST", headers: { cookie: await web.signIn() } });
  expect([reply.status, reply.headers.allow, errorOf(reply.body).code]).toEqual([
    405,
    "GET, HEAD",
    "unsupported",
  ]);
});

test.each(["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/..%5csecret.txt"])(
  "%s does not leave the bundle",
  async (target) => {
    const reply = await web.get(target, { headers: { cookie: await web.signIn() } });
    expect([reply.status, errorOf(reply.body).code]).toEqual([404, "not-found"]);
  },
);

test("every answer carries the policy, also refusals", async () => {
  const cookie = await web.signIn();
  const replies = [
    await web.get("/"),
    await web.get("/", { headers: { cookie } }),
    await web.get("/no", { headers: { cookie } }),
  ];
  for (const { headers } of replies) {
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  }
});

test("a port in use is a typed error", async () => {
  const second = startWebHost(dispatcher, { port: web.host.port, rendererDir: "." });
  await expect(second).rejects.toSatisfy(
    (thrown) => thrown instanceof IsoscopeFailure && thrown.error.code === "conflict",
  );
});

test("closing twice frees the port once", async () => {
  await Promise.all([web.host.close(), web.host.close()]);
  const second = await startWebHost(dispatcher, { port: web.host.port, rendererDir: "." });
  expect(second.port).toBe(web.host.port);
  await second.close();
});

test("an idle kept-alive connection does not hold the closing up", async () => {
  const { connect } = await import("node:net");
  const idle = connect(web.host.port, "127.0.0.1");
  await once(idle, "connect");
  await web.host.close();
  if (!idle.closed) await once(idle, "close");
  expect(idle.destroyed).toBe(true);
});
