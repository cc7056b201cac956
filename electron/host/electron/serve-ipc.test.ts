import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import type { ServerLink } from "../../contract/link.ts";
import { CHANNEL, HELLO } from "./channel.ts";
import { FakeContents, fromPage } from "./fake-electron.ts";
import { serveIpc } from "./serve-ipc.ts";
import type { IpcMessage } from "./surface.ts";

function setUp() {
  const ipcMain = new EventEmitter();
  const contents = new FakeContents(7);
  const log: string[] = [];
  const pages: { readonly link: ServerLink; readonly received: unknown[]; closed: boolean }[] = [];
  const stop = serveIpc({
    ipcMain,
    contents,
    log: (line) => log.push(line),
    dispatcher: {
      connect: (link) => {
        const page = { link, received: [] as unknown[], closed: false };
        pages.push(page);
        return {
          receive: (raw) => page.received.push(raw),
          close: () => {
            page.closed = true;
          },
        };
      },
    },
  });
  const say = (message: unknown, event: IpcMessage = fromPage(contents)) =>
    ipcMain.emit(CHANNEL, event, message);
  return { ipcMain, contents, log, pages, stop, say };
}

const FRAME = { t: "call", id: 1, name: "host.info", input: {} };

test("the window's own page is served", () => {
  const { say, pages, contents } = setUp();
  say(HELLO);
  say(FRAME);
  expect(pages[0]?.received).toEqual([FRAME]);
  pages[0]?.link.send({ t: "value", id: 1, value: {} });
  expect(contents.sent).toEqual([[CHANNEL, { t: "value", id: 1, value: {} }]]);
});

test.each<[string, IpcMessage]>([
  ["another window", { sender: { id: 8 }, senderFrame: { url: "app://isoscope/", parent: null } }],
  ["a page from the web", { sender: { id: 7 }, senderFrame: { url: "https://isoscope/", parent: null } }],
  ["another host", { sender: { id: 7 }, senderFrame: { url: "app://isoscope.evil/", parent: null } }],
  ["a frame in the page", { sender: { id: 7 }, senderFrame: { url: "app://isoscope/", parent: {} } }],
  ["a frame that is gone", { sender: { id: 7 }, senderFrame: null }],
  ["a page without an address", { sender: { id: 7 }, senderFrame: { url: "", parent: null } }],
])("%s is not served, and that is logged", (_who, event) => {
  const { say, pages, log } = setUp();
  say(HELLO, event);
  expect([pages.length, log.length]).toEqual([0, 1]);
  say(HELLO);
  say(FRAME, event);
  expect([pages[0]?.received, log.length]).toEqual([[], 2]);
});

test("a frame before the page has said hello reaches nobody", () => {
  const { say, pages } = setUp();
  say(FRAME);
  expect(pages).toEqual([]);
});

test("a new page ends what the one before had open", () => {
  const { say, pages } = setUp();
  say(HELLO);
  say(HELLO);
  say(FRAME);
  expect(pages.map(({ closed, received }) => [closed, received.length])).toEqual([
    [true, 0],
    [false, 1],
  ]);
});

test.each(["render-process-gone", "destroyed"])("%s ends what the page had open", (event) => {
  const { say, pages, contents } = setUp();
  say(HELLO);
  contents.emit(event);
  expect(pages[0]?.closed).toBe(true);
});

test("after stopping nothing is listened to", () => {
  const { say, pages, stop, ipcMain } = setUp();
  say(HELLO);
  stop();
  expect([pages[0]?.closed, ipcMain.listenerCount(CHANNEL)]).toEqual([true, 0]);
});

test("a page that does not keep up is congested until it has counted most frames back", () => {
  const { say, pages } = setUp();
  say(HELLO);
  const link = pages[0]?.link;
  let drains = 0;
  link?.onDrain(() => {
    drains += 1;
  });
  for (let frame = 0; frame < 300; frame += 1) link?.send({ t: "value", id: 1, value: frame });
  expect(link?.congested()).toBe(true);
  say(100);
  expect([link?.congested(), drains]).toEqual([true, 0]);
  say(100);
  expect([link?.congested(), drains]).toEqual([false, 1]);
});

test("a window that is gone is sent nothing", () => {
  const { say, pages, contents } = setUp();
  say(HELLO);
  contents.destroyed = true;
  pages[0]?.link.send({ t: "value", id: 1, value: 1 });
  expect(contents.sent).toEqual([]);
});
