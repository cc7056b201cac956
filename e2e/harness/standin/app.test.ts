import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeBeforeQuit } from "../../../electron/host/electron/shutdown.ts";
import { App } from "./app.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "iso-app-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An app whose events are noted in order, and the code its process would have ended with. */
function noted() {
  const { promise: exited, resolve } = withResolver<number>();
  const app = new App(folder, resolve);
  const events: string[] = [];
  for (const event of ["before-quit", "will-quit", "quit"]) app.on(event, () => events.push(event));
  return { app, events, exited };
}

function withResolver<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

test("quit asks, tells and ends with 0, once", async () => {
  const { app, events, exited } = noted();
  app.quit();
  app.quit();
  expect(await exited).toBe(0);
  expect(events.slice(0, 3)).toEqual(["before-quit", "will-quit", "quit"]);
  expect(events.filter((event) => event === "quit")).toEqual(["quit"]);
});

test("a quit held back goes no further; exit asks nobody", async () => {
  const { app, events, exited } = noted();
  closeBeforeQuit({ app, close: async () => {}, after: () => () => {}, log: () => {} });
  app.quit();
  expect(events).toEqual(["before-quit"]);
  expect(await exited).toBe(0);
  expect(events).toEqual(["before-quit", "quit"]);
});
