import type { Connection, DevTools } from "../devtools/connection.ts";
import type { Frame } from "../devtools/events.ts";
import { BINDING, DELIVER, type PageMessage, WORLD } from "../page/page-message.ts";
import { Frames } from "./frames.ts";
import { Loads } from "./loads.ts";
import type { PageScripts } from "./page-scripts.ts";
import { interceptRequests, type RequestHooks } from "./requests.ts";

export interface PageHooks extends Omit<RequestHooks, "top"> {
  readonly onMessage: (message: PageMessage, frame: Frame | undefined) => void;
  readonly onOpen: (url: string) => void;
  readonly onPainted: () => void;
  /** With the browser's word for how its process ended. */
  readonly onCrash: (status: string) => void;
  readonly onGone: () => void;
}

export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly scripts: PageScripts;
}

/** A window's page in Chromium. */
export class PageTarget {
  readonly #browser: DevTools;
  readonly #page: DevTools;
  readonly #id: string;
  readonly #frames: Frames;
  readonly #loads: Loads;

  private constructor(browser: DevTools, page: DevTools, id: string) {
    this.#browser = browser;
    this.#page = page;
    this.#id = id;
    this.#frames = new Frames(page, id);
    this.#loads = new Loads(page, id);
  }

  /** Opens an empty page. Everything is in place before the first document. */
  static async open(connection: Connection, shape: PageShape, hooks: PageHooks): Promise<PageTarget> {
    const { browser } = connection;
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank", newWindow: true });
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    const target = new PageTarget(browser, connection.session(sessionId), targetId);
    target.#listen(hooks);
    await target.#prepare(shape);
    await interceptRequests(target.#page, { ...hooks, top: targetId });
    return target;
  }

  /** Resolves once the document has loaded; rejects when there is none. */
  async navigate(url: string): Promise<void> {
    const { loaderId, errorText } = await this.#page.send("Page.navigate", { url });
    if (errorText !== undefined) throw new Error(`${errorText} loading ${url}`);
    if (loaderId !== undefined) await this.#loads.loaded(loaderId);
  }

  /** Hands text to the preload's world; without one it is lost, as in Electron. */
  deliver(text: string): void {
    const world = this.#frames.preloadContext;
    if (!world) return;
    const call = {
      uniqueContextId: world.uniqueId,
      functionDeclaration: `(text) => globalThis.${DELIVER}(text)`,
      arguments: [{ value: text }],
    };
    this.#page.send("Runtime.callFunctionOn", call).catch(() => {});
  }

  /** Runs code in the page's own world and resolves with its value. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#page.send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    return result.value;
  }

  /** Ends the page's process, as a fault in it would. */
  crash(): void {
    this.#page.send("Page.crash").catch(() => {});
  }

  /** `#rrggbb`, as seen where the page paints nothing. */
  setBackground(color: string): void {
    const [r = 0, g = 0, b = 0] = Buffer.from(color.slice(1), "hex");
    this.#page.send("Emulation.setDefaultBackgroundColorOverride", { color: { r, g, b } }).catch(() => {});
  }

  close(): void {
    this.#browser.send("Target.closeTarget", { targetId: this.#id }).catch(() => {});
  }

  get url(): string {
    return this.#frames.topUrl;
  }

  #listen(hooks: PageHooks): void {
    this.#page.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
      if (name === BINDING) hooks.onMessage(JSON.parse(payload), this.#frames.frameOf(executionContextId));
    });
    this.#page.on("Page.windowOpen", ({ url }) => hooks.onOpen(url));
    this.#page.on("Page.lifecycleEvent", ({ frameId, name }) => {
      if (frameId === this.#id && name === "firstPaint") hooks.onPainted();
    });
    this.#browser.on("Target.targetCrashed", ({ targetId, status }) => {
      if (targetId === this.#id) hooks.onCrash(status);
    });
    this.#browser.on("Target.targetDestroyed", ({ targetId }) => {
      if (targetId === this.#id) hooks.onGone();
    });
  }

  async #prepare({ width, height, scripts }: PageShape): Promise<void> {
    const { send } = this.#page;
    await send("Page.enable");
    await send("Page.setLifecycleEventsEnabled", { enabled: true });
    await send("Inspector.enable");
    await send("Runtime.enable");
    await send("Runtime.addBinding", { name: BINDING, executionContextName: WORLD });
    await send("Page.addScriptToEvaluateOnNewDocument", { source: scripts.pageWorld });
    await send("Page.addScriptToEvaluateOnNewDocument", { source: scripts.preloadWorld, worldName: WORLD });
    await send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }
}
