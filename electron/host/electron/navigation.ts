import type { ContentsSurface, ElectronSurface } from "./surface.ts";

/** Web pages that may open in the person's browser: https, and no name or password hidden in front of the host. */
export function isSafeExternal(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === "https:" && username === "" && password === "";
}

/** The page stays where it is: no navigation, no further windows, no embedded views; safe links open outside. */
export function guardNavigation(contents: ContentsSurface, shell: ElectronSurface["shell"]): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    // A system without a browser is not worth a message: the link's address is on the screen.
    if (isSafeExternal(url)) void shell.openExternal(url).catch(() => {});
    return { action: "deny" };
  });
}

const COPY = "clipboard-sanitized-write";

/**
 * Isoscope asks for no camera, location or the like; writing to the clipboard on a click is all it does. Both handlers
 * allow that: most interfaces check first and ask only when the check fails, and writing was seen to fail on either.
 */
export function denyPermissions(session: ElectronSurface["session"]["defaultSession"]): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(permission === COPY));
  session.setPermissionCheckHandler((_contents, permission) => permission === COPY);
}
