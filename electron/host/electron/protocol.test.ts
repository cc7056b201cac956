import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import { declareScheme, serveScheme } from "./protocol.ts";

let root: string;
let ask: (url: string, method?: string) => Promise<Response>;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "isoscope-scheme-"));
  await writeFile(path.join(root, "index.html"), "<!doctype html>");
  const { electron, seen } = fakeElectron();
  serveScheme(electron.protocol, root);
  ask = (url, method = "GET") => seen.serve({ url, method });
});
afterEach(() => rm(root, { recursive: true }));

test("the page is served under the strict policy", async () => {
  const reply = await ask("app://isoscope/");
  expect([reply.status, await reply.text()]).toEqual([200, "<!doctype html>"]);
  expect(reply.headers.get("content-type")).toContain("text/html");
  expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test.each(["app://isoscope/../secret", "app://isoscope/%2e%2e/secret", "app://isoscope/none.js"])(
  "%s is not found, under the policy too",
  async (url) => {
    const reply = await ask(url);
    expect(reply.status).toBe(404);
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
  },
);

test("another host of the scheme, and other methods, are refused", async () => {
  expect((await ask("app://other/")).status).toBe(403);
  expect((await ask("app://isoscope/", "POST")).status).toBe(405);
});

test("the scheme is an origin of its own and may not bypass the policy", () => {
  const { electron, seen } = fakeElectron();
  declareScheme(electron.protocol);
  expect(seen.schemes).toEqual([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});
