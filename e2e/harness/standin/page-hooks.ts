import { decode } from "../clone/decode.ts";
import type { Frame } from "../devtools/events.ts";
import type { PageMessage } from "../page/page-message.ts";
import type { Contents } from "./contents.ts";
import type { Desktop } from "./desktop.ts";
import type { PageHooks } from "./page-target.ts";
import { PreventableEvent } from "./preventable.ts";

/** The window as its page sees it. */
interface PageOwner {
  readonly webContents: Contents;
  emit(event: string): unknown;
  destroy(): void;
}

/** What becomes of what a page does: events of Electron's, with addresses as the app knows them. */
export function pageHooks(desktop: Desktop, owner: PageOwner): PageHooks {
  const { webContents } = owner;
  const { schemes } = desktop;
  const open = (url: string) => webContents.asksToOpen(schemes.toApp(url));
  return {
    serve: (request) => schemes.serve(request),
    // Each time, because a test may have changed what the browser permits.
    onDocument: async (url) => {
      const { browser } = await desktop.connection();
      await desktop.permissions.apply(browser, webContents, new URL(url).origin);
    },
    mayNavigate: (url, how) => {
      const event = Object.assign(new PreventableEvent(), { url: schemes.toApp(url) });
      webContents.emit(how, event);
      return !event.defaultPrevented;
    },
    onMessage: (message, frame) => {
      if (message.kind === "ipc") passOn(desktop, webContents, message, frame);
      else if (message.kind === "dark") desktop.dark(message.dark);
      else if (message.kind === "key") desktop.keys(message.keys);
      else open(message.url);
    },
    onOpen: open,
    onPainted: () => owner.emit("ready-to-show"),
    onCrash: (status) =>
      webContents.emit("render-process-gone", new PreventableEvent(), { reason: reasonOf(status) }),
    onGone: () => owner.destroy(),
  };
}

function passOn(
  { schemes, ipc }: Desktop,
  sender: Contents,
  message: PageMessage & { readonly kind: "ipc" },
  frame: Frame | undefined,
): void {
  const args = decode(message.args);
  const senderFrame = frame
    ? { url: schemes.toApp(frame.url), parent: frame.parentId === undefined ? null : { id: frame.parentId } }
    : null;
  ipc(message.channel, { sender, senderFrame }, Array.isArray(args) ? args : []);
}

/** Electron's word for how a page's process ended. */
function reasonOf(status: string): string {
  if (status === "killed" || status === "oom") return status;
  return status === "abnormal exit" ? "abnormal-exit" : "crashed";
}
