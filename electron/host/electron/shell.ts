import { summarise, toIsoscopeError } from "../../contract/failure.ts";
import { systemClock } from "../../engine/clock.ts";
import type { ComposedApp } from "../composed-app.ts";
import { recoverFromCrash } from "./crash-recovery.ts";
import { menuTemplate } from "./menu.ts";
import { denyPermissions, guardNavigation } from "./navigation.ts";
import { declareScheme, serveScheme } from "./protocol.ts";
import { serveIpc } from "./serve-ipc.ts";
import { closeBeforeQuit } from "./shutdown.ts";
import type { ElectronSurface } from "./surface.ts";
import { createWindow, loadPage, raise } from "./window.ts";

export interface ShellOptions {
  /** Path of the bundled preload script. */
  readonly preload: string;
  readonly rendererDir: string;
  readonly compose: () => Promise<ComposedApp>;
  readonly log: (line: string) => void;
}

/**
 * The desktop shell from start to quit. Must be called before Electron is ready. A second instance raises the first
 * one's window and leaves; a composition that fails is shown and ends the app with code 1. Never rejects.
 */
export async function runShell(electron: ElectronSurface, options: ShellOptions): Promise<void> {
  const { app } = electron;
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  declareScheme(electron.protocol);
  app.on("web-contents-created", (_event, contents) => guardNavigation(contents, electron.shell));
  app.on("window-all-closed", () => app.quit());
  try {
    await app.whenReady();
    const composed = await options.compose();
    closeBeforeQuit({ app, close: composed.close, after: systemClock.after, log: options.log });
    await openWindow(electron, options, composed);
  } catch (thrown) {
    const reason = summarise(toIsoscopeError(thrown));
    options.log(`Isoscope cannot start: ${reason}`);
    electron.dialog.showErrorBox("Isoscope cannot start", reason);
    app.exit(1);
  }
}

async function openWindow(
  electron: ElectronSurface,
  options: ShellOptions,
  composed: ComposedApp,
): Promise<void> {
  serveScheme(electron.protocol, options.rendererDir);
  denyPermissions(electron.session.defaultSession);
  const { Menu } = electron;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ devTools: !electron.app.isPackaged })));
  const window = createWindow(electron, options.preload);
  const { log } = options;
  serveIpc({ ipcMain: electron.ipcMain, contents: window.webContents, dispatcher: composed.dispatcher, log });
  recoverFromCrash({ electron, window, now: systemClock.now, log });
  electron.app.on("second-instance", () => raise(window));
  await loadPage(window);
}
