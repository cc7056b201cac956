import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { Client } from "../../contract/client.ts";
import { call } from "../../contract/define.ts";
import { createDispatcher } from "../../contract/dispatcher.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { openSocket } from "../cli/session/open-socket.ts";
import { socketClientLink } from "../cli/session/socket-client-link.ts";
import { announce, announced } from "./announce.ts";
import { instanceFile, readInstance } from "./instance-file.ts";
import { isOwnFolder } from "./own-folder.ts";

const Text = z.object({ text: z.string() });
const echo = { "host.echo": call(Text, Text) };
const dispatcher = createDispatcher(echo, { "host.echo": async (input) => input });

let run: string;
let log: string[];
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), "isoscope-door-"));
  log = [];
});
afterEach(() => rmSync(run, { recursive: true, force: true }));

const options = () => ({
  run,
  version: "1.2.3",
  token: "t".repeat(43),
  url: null,
  log: (line: string) => log.push(line),
});
const instance = () => readInstance(run) ?? expect.fail("no instance file");
const enter = (token: string) => openSocket({ url: "ws://isoscope.local", token, path: instance().socket });
const refusal = (thrown: unknown) =>
  thrown instanceof IsoscopeFailure ? thrown.error : expect.fail(String(thrown));

test("a program of this user finds the app by its file, and speaks to it", async () => {
  const withdraw = await announce(dispatcher, options());
  const client = new Client<typeof echo>(socketClientLink(await enter(instance().token)));
  expect(await client.call("host.echo", { text: "hello" })).toEqual({ text: "hello" });
  const lost = client.call("host.echo", { text: "late" }).catch(refusal);
  await withdraw();
  await lost;
  await expect(client.call("host.echo", { text: "gone" })).rejects.toMatchObject({
    error: { code: "disconnected" },
  });
  expect(readdirSync(run)).toEqual([]);
});

test("file and socket are this user's alone", async () => {
  const withdraw = await announce(dispatcher, options());
  const modes = [instanceFile(run), instance().socket].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600]);
  await withdraw();
});

test("without the right token nobody gets in", async () => {
  const withdraw = await announce(dispatcher, options());
  for (const token of ["guess", "t".repeat(42), "t".repeat(44)]) {
    expect(refusal(await enter(token).catch((thrown: unknown) => thrown))).toMatchObject({ code: "denied" });
  }
  await withdraw();
});

test("what a crash left behind is taken over", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(run, "isoscope.sock"), resolve));
  server.close();
  writeFileSync(join(run, "isoscope.sock"), "");
  const withdraw = await announce(dispatcher, options());
  (await enter(instance().token)).terminate();
  await withdraw();
  expect(log).toEqual([]);
});

test("the first app of a home keeps the door, and a second one leaves it alone", async () => {
  const first = await announce(dispatcher, options());
  const second = await announced({ dispatcher, close: async () => {} }, { ...options(), version: "9" });
  expect(log.join()).toContain("another Isoscope of this user runs already");
  await second.close();
  expect(instance().version).toBe("1.2.3");
  await first();
});

test("a folder that others may change is not trusted with a secret", async () => {
  chmodSync(run, 0o777);
  const withdraw = await announce(dispatcher, options());
  expect([readInstance(run), log.length]).toEqual([null, 1]);
  await withdraw();
  const link = join(run, "link");
  chmodSync(run, 0o700);
  symlinkSync(run, link);
  expect([isOwnFolder(run), isOwnFolder(link), isOwnFolder(join(run, "none"))]).toEqual([true, false, false]);
});

test("a path that is too long for a socket costs the door, not the app", async () => {
  const withdraw = await announce(dispatcher, { ...options(), run: join(run, "x".repeat(120)) });
  expect(log.join()).toContain("The command line cannot find this app");
  await withdraw();
});

test("a file that is not understood is none", () => {
  writeFileSync(instanceFile(run), "{");
  expect(readInstance(run)).toBeNull();
});
