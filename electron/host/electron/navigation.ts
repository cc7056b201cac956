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

/**
 * Writing to the clipboard on a click, and to a file that the person has just chosen in the system's own dialog: without
 * the latter Electron leaves the file empty and the page with a refusal.
 */
const PERMITTED: ReadonlySet<string> = new Set(["clipboard-sanitized-write", "fileSystem"]);

/**
 * Isoscope asks for no camera, location or the like. Both handlers say the same: most interfaces check first and ask only
 * when the check fails, and copying was seen to fail on either.
 */
export function denyPermissions(session: ElectronSurface["session"]["defaultSession"]): void {
  session.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(PERMITTED.has(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => PERMITTED.has(permission));
}
