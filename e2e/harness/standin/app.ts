import { EventEmitter } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import type { AppSurface } from "../../../electron/host/electron/surface.ts";
import { type Chromium, startChromium } from "../devtools/chromium.ts";
import type { Connection } from "../devtools/connection.ts";
import { InstanceLock } from "./instance-lock.ts";
import { closePopups } from "./popups.ts";
import { PreventableEvent } from "./preventable.ts";
import type { Window } from "./window.ts";

/** Electron's `app`: a life from ready to exit, with Chromium as its child. */
export class App extends EventEmitter implements AppSurface {
  readonly isPackaged = false;
  readonly windows = new Set<Window>();
  readonly #folder: string;
  readonly #end: (code: number) => void;
  readonly #lock: InstanceLock;
  #chromium: Promise<Chromium> | null = null;
  #quitting = false;
  #leaving = false;

  /** `folder` holds what Electron keeps of a user; `end` ends this process. */
  constructor(folder: string, end: (code: number) => void = (code) => process.exit(code)) {
    super();
    this.#folder = folder;
    this.#end = end;
    this.#lock = new InstanceLock(folder);
  }

  /** All pages are sandboxed as far as Chromium is; see the README. */
  enableSandbox(): void {}

  requestSingleInstanceLock(): boolean {
    return this.#lock.acquire(({ argv, cwd }) =>
      this.emit("second-instance", new PreventableEvent(), argv, cwd),
    );
  }

  async whenReady(): Promise<void> {
    await this.connection();
  }

  /** The browser, started when it is first needed. */
  async connection(): Promise<Connection> {
    this.#chromium ??= this.#start();
    return (await this.#chromium).connection;
  }

  /** Asks `before-quit`, then the windows, then `will-quit`; any of them may say no. */
  quit(): void {
    if (!this.#allows("before-quit")) return;
    this.#quitting = true;
    const closed = [...this.windows].every((window) => window.close());
    this.#quitting = false;
    if (closed && this.#allows("will-quit")) this.exit(0);
  }

  /** Ends at once, asking nobody. */
  exit(code = 0): void {
    if (this.#leaving) return;
    this.#leaving = true;
    for (const window of this.windows) window.destroy();
    this.emit("quit", new PreventableEvent(), code);
    void this.#leave(code);
  }

  /** A window has closed. */
  lost(window: Window): void {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.#quitting || this.#leaving) return;
    if (!this.emit("window-all-closed")) this.quit();
  }

  #allows(event: "before-quit" | "will-quit"): boolean {
    const asked = new PreventableEvent();
    this.emit(event, asked);
    return !asked.defaultPrevented;
  }

  get #profile(): string {
    return path.join(this.#folder, "chromium");
  }

  async #start(): Promise<Chromium> {
    const chromium = await startChromium(this.#profile, (line) => console.error(line));
    await closePopups(chromium.connection.browser);
    void chromium.gone.then(() => {
      if (!this.#leaving) console.error("Chromium has gone, and the app with it.");
      this.exit(1);
    });
    return chromium;
  }

  async #leave(code: number): Promise<void> {
    const chromium = await this.#chromium?.catch(() => null);
    await chromium?.close();
    await this.#lock.told;
    this.#lock.release();
    if (chromium) rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
    this.#end(code);
  }
}
