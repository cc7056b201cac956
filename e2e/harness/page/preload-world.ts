import { keysOf } from "./accelerator-keys.ts";
import { BridgePeer } from "./bridge-peer.ts";
import { ipcRenderer } from "./ipc-renderer.ts";
import type { PageMessage } from "./page-message.ts";
import { worldEvents } from "./world-events.ts";

export interface PreloadStart {
  readonly secret: string;
  readonly tell: (message: PageMessage) => void;
  /** Gives the function that takes the main process's messages to whoever can reach it. */
  readonly onDeliver: (deliver: (text: string) => void) => void;
  readonly preload: (
    require: (name: string) => unknown,
    module: { exports: unknown },
    process: unknown,
  ) => void;
  readonly process: unknown;
}

/** Runs in the isolated world of the top frame before any script of the page, and runs the preload script there. */
export function startPreloadWorld({ secret, tell, onDeliver, preload, process }: PreloadStart): void {
  if (window !== window.top) return;
  const ipc = ipcRenderer((channel, args) => tell({ kind: "ipc", channel, args }));
  onDeliver(ipc.deliver);
  const events = worldEvents(secret, "preload", (text) => peer.receive(text));
  const peer = new BridgePeer({ post: events.post, onExpose: () => {} });
  const contextBridge = { exposeInMainWorld: (key: string, api: unknown) => peer.expose(key, api) };
  watchPage(secret, tell);
  const require = (name: string): unknown => {
    if (name === "electron") return { contextBridge, ipcRenderer: ipc.renderer };
    throw new Error(`module not found: ${name}; a sandboxed preload script has few`);
  };
  try {
    preload(require, { exports: {} }, process);
  } catch (thrown) {
    console.error("Unable to load preload script", thrown);
  }
}

/** What the main process learns of the page without a word of the preload's. */
function watchPage(secret: string, tell: (message: PageMessage) => void): void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  tell({ kind: "dark", dark: media.matches });
  media.addEventListener("change", () => tell({ kind: "dark", dark: media.matches }));
  window.addEventListener(`${secret}-open`, (event) => {
    if (event instanceof CustomEvent) tell({ kind: "open", url: String(event.detail) });
  });
  window.addEventListener(
    "keydown",
    (event) => {
      const keys = keysOf(event);
      // After the page's own listeners: what they have taken is no accelerator.
      if (keys !== null) setTimeout(() => event.defaultPrevented || tell({ kind: "key", keys }));
    },
    true,
  );
}
