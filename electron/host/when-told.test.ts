import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { whenTold } from "./when-told.ts";

function setUp(channel: unknown) {
  const told = Object.assign(new EventEmitter(), { channel });
  const reasons: string[] = [];
  whenTold(told, (why) => reasons.push(why));
  return { told, reasons };
}

test("however often it is told, it goes once", () => {
  const { told, reasons } = setUp(undefined);
  for (const signal of ["SIGTERM", "SIGINT", "SIGINT", "SIGHUP"]) told.emit(signal);
  expect(reasons).toEqual(["SIGTERM"]);
});

test("a launcher that dies takes the app with it", () => {
  const { told, reasons } = setUp({});
  told.emit("disconnect");
  expect(reasons).toEqual(["the launcher has gone"]);
});

test("without a launcher nothing waits for one", () => {
  expect(setUp(undefined).told.listenerCount("disconnect")).toBe(0);
});
