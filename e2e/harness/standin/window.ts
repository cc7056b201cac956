import { EventEmitter } from "node:events";
import type { BrowserWindowConstructorOptions } from "electron";
import type { WindowSurface } from "../../../electron/host/electron/surface.ts";
import { Contents } from "./contents.ts";
import type { Desktop } from "./desktop.ts";
import { pageHooks } from "./page-hooks.ts";
import { pageScripts } from "./page-scripts.ts";
import { PageTarget } from "./page-target.ts";
import { PreventableEvent } from "./preventable.ts";

let lastId = 0;

/** A `BrowserWindow`: its page is Chromium's, what a window manager would do is only remembered. */
export class Window extends EventEmitter implements WindowSurface {
  readonly webContents: Contents;
  readonly #desktop: Desktop;
  readonly #page: Promise<PageTarget>;
  #visible: boolean;
  #minimized = false;
  #background: string;
  #destroyed = false;

  constructor(desktop: Desktop, options: BrowserWindowConstructorOptions) {
    super();
    lastId += 1;
    this.webContents = new Contents(lastId);
    this.#desktop = desktop;
    this.#visible = options.show ?? true;
    this.#background = options.backgroundColor ?? "#ffffff";
    desktop.contentsCreated(new PreventableEvent(), this.webContents);
    this.#page = this.#open(options);
    // Whoever loads a page into the window hears of it.
    this.#page.catch(() => {});
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    await page.navigate(this.#desktop.schemes.toChromium(url));
    this.webContents.emit("did-finish-load");
  }

  show(): void {
    this.#visible = true;
    this.emit("show");
  }

  focus(): void {
    this.emit("focus");
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  minimize(): void {
    this.#minimized = true;
  }

  restore(): void {
    this.#minimized = false;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  getBackgroundColor(): string {
    return this.#background;
  }

  setBackgroundColor(color: string): void {
    this.#background = color;
    this.#page.then((page) => page.setBackground(color)).catch(() => {});
  }

  setTitleBarOverlay(): void {}

  /** Closes it unless a listener of `close` prevents that. Returns whether it has closed. */
  close(): boolean {
    const event = new PreventableEvent();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
    return this.#destroyed;
  }

  /** Closes it without a question. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#page.then((page) => page.close()).catch(() => {});
    this.webContents.destroy();
    this.emit("closed");
    this.#desktop.closed(this);
  }

  async #open(options: BrowserWindowConstructorOptions): Promise<PageTarget> {
    const scripts = pageScripts(options.webPreferences?.preload ?? "");
    const shape = { width: options.width ?? 800, height: options.height ?? 600, scripts };
    const page = await PageTarget.open(
      await this.#desktop.connection(),
      shape,
      pageHooks(this.#desktop, this),
    );
    this.webContents.page = page;
    page.setBackground(this.#background);
    return page;
  }
}
