import { QueryClient } from "@tanstack/react-query";
import { cleanup, configure, render } from "@testing-library/react";
import { type FixtureHost, fixtureHost, type Scenario } from "../../e2e/fixtures/fixture-host.ts";
import { Client } from "../../electron/contract/client.ts";
import { contract, type IsoscopeContract } from "../../electron/contract/contract.ts";
import { createDispatcher } from "../../electron/contract/dispatcher.ts";
import { memoryLink } from "../../electron/contract/memory-link.ts";
import { App } from "../app/app.tsx";
import { LiveLists } from "../engine/live-lists.ts";
import type { RendererLink } from "../engine/renderer-link.ts";
import { browserTimer } from "../engine/timer.ts";
import { useListView } from "../ui-state/list-view.ts";
import { useNotices } from "../ui-state/notices.ts";
import { DEFAULTS, usePreferences } from "../ui-state/preferences.ts";
import { closeSurface } from "../ui-state/surfaces.ts";

/** Far longer than anything takes, however busy the machine: what these end has gone wrong. */
configure({ asyncUtilTimeout: 20_000 });

/** happy-dom lays nothing out; a windowed list needs to believe in a window. Its animations end by rejecting: none. */
const VIEWPORT = { width: 1000, height: 600 };

Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => VIEWPORT.width },
  offsetHeight: { configurable: true, get: () => VIEWPORT.height },
  clientHeight: { configurable: true, get: () => VIEWPORT.height },
});
Object.defineProperty(Element.prototype, "animate", { configurable: true, value: undefined });
/** Fluent takes fields in a body without a size for hidden: a dialog then gets the focus itself, and too early. */
Object.defineProperty(HTMLBodyElement.prototype, "getBoundingClientRect", {
  configurable: true,
  value: () => new DOMRect(0, 0, VIEWPORT.width, VIEWPORT.height),
});

/** Puts the page back as it is when first opened. */
export function reset(): void {
  cleanup();
  closeSurface();
  usePreferences.setState(DEFAULTS);
  useListView.setState({ isolation: "all", text: "", selected: new Set(), focused: null, request: null });
  useNotices.setState({ list: [], dismissed: new Set() });
  window.location.hash = "";
}

/** The whole page over the in-memory transport, at a route. */
export function renderApp(scenario: Scenario, hash = "#/containers"): FixtureHost {
  const fixture = fixtureHost(scenario);
  const inner = memoryLink(createDispatcher(contract, fixture.handlers, { checkItems: true }));
  const link: RendererLink = {
    connected: true,
    status: { state: "connected", since: 0, retryAt: null },
    send: (frame) => inner.send(frame),
    onFrame: (listener) => inner.onFrame(listener),
    onConnection: (listener) => inner.onConnection(listener),
    onStatus: () => () => {},
    retryNow: () => {},
    close: () => inner.close(),
  };
  const client = new Client<IsoscopeContract>(link);
  const cache = new QueryClient();
  const lists = new LiveLists(client, cache, { present: true, onChange: () => () => {} }, browserTimer);
  window.location.hash = hash;
  render(<App host={{ link, client, lists }} cache={cache} />);
  return fixture;
}
