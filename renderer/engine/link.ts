import { ElectronLink } from "./electron-link.ts";
import type { RendererLink } from "./renderer-link.ts";
import { browserTimer } from "./timer.ts";
import { WebSocketLink } from "./websocket-link.ts";

/** The link this page has: the window's own bridge where there is one, else the web host that served the page. */
export function openLink(page: Window): RendererLink {
  if (page.isoscope) return new ElectronLink(page.isoscope, Date.now());
  const { protocol, host } = page.location;
  const url = `${protocol === "https:" ? "wss:" : "ws:"}//${host}/socket`;
  return new WebSocketLink({ open: () => new WebSocket(url), timer: browserTimer, random: Math.random });
}
