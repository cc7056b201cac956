import { BridgePeer } from "./bridge-peer.ts";
import { worldEvents } from "./world-events.ts";

/** Runs in the page's own world before any script of the page: receives what the preload exposes. */
export function startPageWorld(secret: string): void {
  if (window !== window.top) return;
  const events = worldEvents(secret, "page", (text) => peer.receive(text));
  const peer = new BridgePeer({ post: events.post, onExpose: put });
  denyWindows((url) => dispatchEvent(new CustomEvent(`${secret}-open`, { detail: url })));
}

function put(key: string, api: unknown): void {
  if (key in window) throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
  Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
}

function freeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

/** A denied `window.open` gives null, as in Electron; Chromium itself would give a window and then lose it. */
function denyWindows(tell: (url: string) => void): void {
  window.open = (url) => {
    tell(new URL(url ?? "about:blank", document.baseURI).href);
    return null;
  };
}
