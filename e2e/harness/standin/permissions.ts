import type { SessionSurface } from "../../../electron/host/electron/surface.ts";
import type { DevTools } from "../devtools/connection.ts";

type RequestHandler = Parameters<SessionSurface["setPermissionRequestHandler"]>[0];
type CheckHandler = Parameters<SessionSurface["setPermissionCheckHandler"]>[0];

/** What Chromium calls a permission, and what Electron does. */
const NAMES = [
  ["camera", "media"],
  ["microphone", "media"],
  ["geolocation", "geolocation"],
  ["notifications", "notifications"],
  ["midi", "midi"],
  ["clipboard-read", "clipboard-read"],
  ["clipboard-write", "clipboard-sanitized-write"],
  ["idle-detection", "idle-detection"],
  ["window-management", "window-management"],
  ["local-fonts", "local-fonts"],
] as const;

/**
 * The session's two permission handlers. Electron asks one for `permissions.query` and before some requests, the other for
 * requests; which interface asks which has changed over time. Here a permission is given only where both give it, so that
 * the app works under either reading.
 */
export class Permissions implements SessionSurface {
  #request: RequestHandler = (_contents, _permission, callback) => callback(true);
  #check: CheckHandler = () => true;

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  /** Puts the handlers' answers into force for a page of this origin. */
  async apply(browser: DevTools, contents: unknown, origin: string): Promise<void> {
    for (const [name, permission] of NAMES) {
      const granted = this.#check(contents, permission) && (await this.#asked(contents, permission));
      const setting = granted ? "granted" : "denied";
      await browser.send("Browser.setPermission", { permission: { name }, setting, origin });
    }
  }

  #asked(contents: unknown, permission: string): Promise<boolean> {
    return new Promise((resolve) => this.#request(contents, permission, resolve));
  }
}
