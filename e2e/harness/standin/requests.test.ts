import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import type { DevTools } from "../devtools/connection.ts";
import { interceptRequests } from "./requests.ts";

const PAGE = "https://isoscope.app.standin.invalid/";

/** A page's end of the protocol that notes what becomes of requests, with an app that lets the page go nowhere. */
async function intercepted() {
  const events = new EventEmitter();
  const done: unknown[] = [];
  const asked: unknown[] = [];
  const devTools: DevTools = {
    send: (method, params) => {
      done.push([method, params]);
      return new Promise(() => {});
    },
    on: (name, listener) => void events.on(name, listener),
  };
  void interceptRequests(devTools, {
    top: "top",
    serve: async ({ url }) => (url.startsWith(PAGE) ? new Response("hi", { headers: { "x-a": "b" } }) : null),
    mayNavigate: (url, how) => {
      asked.push([how, url]);
      return false;
    },
    onDocument: async () => {},
  });
  done.length = 0;
  const pause = async (url: string, more: object = {}) => {
    const request = { url, method: "GET", headers: {} };
    events.emit("Fetch.requestPaused", {
      requestId: "1",
      request,
      frameId: "top",
      resourceType: "Document",
      ...more,
    });
    await new Promise((resolve) => setImmediate(resolve));
    return done.splice(0);
  };
  const begin = (url: string) =>
    events.emit("Page.frameRequestedNavigation", { frameId: "top", url, disposition: "currentTab" });
  return { pause, begin, asked };
}

const ABORTED = [["Fetch.failRequest", { requestId: "1", errorReason: "Aborted" }]];
const SERVED = [["Fetch.fulfillRequest", expect.objectContaining({ responseCode: 200, body: "aGk=" })]];

test("a navigation that the page began is asked about and held back, whatever its hash", async () => {
  const { begin, pause, asked } = await intercepted();
  begin(`${PAGE}other#there`);
  expect(await pause(`${PAGE}other`)).toEqual(ABORTED);
  expect(asked).toEqual([["will-navigate", `${PAGE}other`]]);
});

test("a navigation that the browser began asks nobody", async () => {
  const { pause, asked } = await intercepted();
  expect(await pause(PAGE)).toEqual(SERVED);
  expect(asked).toEqual([]);
});

test("a redirect is asked about, whoever began", async () => {
  const { pause, asked } = await intercepted();
  expect(await pause("https://example.org/", { redirectedRequestId: "0" })).toEqual(ABORTED);
  expect(asked).toEqual([["will-redirect", "https://example.org/"]]);
});

test("what is not the app's goes on, to a browser that resolves no name", async () => {
  const { pause } = await intercepted();
  expect(await pause("https://example.org/x.png", { resourceType: "Image" })).toEqual([
    ["Fetch.continueRequest", { requestId: "1" }],
  ]);
});
