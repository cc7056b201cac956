import type { DevTools } from "../devtools/connection.ts";
import type { DevToolsEvents } from "../devtools/events.ts";

type Paused = DevToolsEvents["Fetch.requestPaused"];

export interface RequestHooks {
  /** The top frame's id. */
  readonly top: string;
  /** What the app answers; null where the address is none of its schemes'. */
  readonly serve: (request: Paused["request"]) => Promise<Response | null>;
  /** Whether the page may take its top frame elsewhere. */
  readonly mayNavigate: (url: string, how: "will-navigate" | "will-redirect") => boolean;
  /** Before a document is answered, whoever asked for it. */
  readonly onDocument: (url: string) => Promise<void>;
}

/**
 * Answers the page's requests from the app's own schemes, and asks the app about navigations the page itself began: those
 * the browser began, by `loadURL` or a test's reload, are nobody's to prevent, as in Electron.
 */
export async function interceptRequests(devTools: DevTools, hooks: RequestHooks): Promise<void> {
  const begun = new Set<string>();
  devTools.on("Page.frameRequestedNavigation", ({ frameId, url, disposition }) => {
    if (frameId === hooks.top && disposition === "currentTab") begun.add(withoutHash(url));
  });
  devTools.on("Page.frameNavigated", ({ frame }) => {
    if (frame.id === hooks.top) begun.clear();
  });
  devTools.on("Fetch.requestPaused", (paused) => {
    // A page that has gone meanwhile gets no answer.
    answer(devTools, hooks, paused, begun).catch(() => {});
  });
  await devTools.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
}

async function answer(
  devTools: DevTools,
  hooks: RequestHooks,
  paused: Paused,
  begun: Set<string>,
): Promise<void> {
  const { requestId } = paused;
  if (isPrevented(hooks, paused, begun)) {
    await devTools.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
    return;
  }
  if (paused.resourceType === "Document") await hooks.onDocument(paused.request.url);
  const response = await hooks.serve(paused.request);
  if (!response) await devTools.send("Fetch.continueRequest", { requestId });
  else await fulfil(devTools, requestId, response);
}

function isPrevented({ top, mayNavigate }: RequestHooks, paused: Paused, begun: Set<string>): boolean {
  const { resourceType, frameId, redirectedRequestId, request } = paused;
  if (resourceType !== "Document" || frameId !== top) return false;
  if (redirectedRequestId !== undefined) return !mayNavigate(request.url, "will-redirect");
  return begun.delete(withoutHash(request.url)) && !mayNavigate(request.url, "will-navigate");
}

async function fulfil(devTools: DevTools, requestId: string, response: Response): Promise<void> {
  await devTools.send("Fetch.fulfillRequest", {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString("base64"),
  });
}

const withoutHash = (url: string): string => url.replace(/#.*$/s, "");
