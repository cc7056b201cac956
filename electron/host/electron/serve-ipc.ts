import type { Dispatcher, ServedConnection } from "../../contract/dispatcher.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import { isAppUrl } from "./app-origin.ts";
import { CHANNEL, HELLO } from "./channel.ts";
import { IpcLink } from "./ipc-link.ts";
import type { ContentsSurface, ElectronSurface, IpcMessage } from "./surface.ts";

export interface IpcOptions {
  readonly ipcMain: ElectronSurface["ipcMain"];
  readonly contents: ContentsSurface;
  readonly dispatcher: Dispatcher;
  readonly log: (line: string) => void;
}

/**
 * Serves the window's page over the fixed channel. Only the top frame of this very window, showing the app's own page,
 * is listened to; any other sender is logged and gets nothing. A page begins with `HELLO`: what an earlier page had open
 * is closed then, so a reload leaks nothing.
 */
export function serveIpc({ ipcMain, contents, dispatcher, log }: IpcOptions): Unsubscribe {
  let page: Page | null = null;
  const leave = () => {
    page?.served.close();
    page = null;
  };
  const listener = (event: IpcMessage, message: unknown) => {
    const refusal = distrust(event, contents.id);
    if (refusal !== null) {
      log(`A message from ${refusal} was refused.`);
      return;
    }
    if (message === HELLO) {
      leave();
      page = open(contents, dispatcher);
    } else if (typeof message === "number") page?.link.taken(message);
    else page?.served.receive(message);
  };
  ipcMain.on(CHANNEL, listener);
  contents.on("render-process-gone", leave);
  contents.on("destroyed", leave);
  return () => {
    ipcMain.removeListener(CHANNEL, listener);
    leave();
  };
}

interface Page {
  readonly link: IpcLink;
  readonly served: ServedConnection;
}

function open(contents: ContentsSurface, dispatcher: Dispatcher): Page {
  const link = new IpcLink(contents);
  return { link, served: dispatcher.connect(link) };
}

/** Who the sender is when it is not the app's own page; null when it is. */
function distrust({ sender, senderFrame }: IpcMessage, id: number): string | null {
  if (sender.id !== id) return `web contents ${sender.id}`;
  if (!senderFrame) return "a frame that is gone";
  if (senderFrame.parent !== null) return `a frame inside the page, ${senderFrame.url}`;
  return isAppUrl(senderFrame.url) ? null : `a page at "${senderFrame.url}"`;
}
