import type { BrowserWindowConstructorOptions } from "electron";
import { APP_URL } from "./app-origin.ts";
import type { ElectronSurface, WindowSurface } from "./surface.ts";

/** The title bar of the design; the system's buttons lie over its right end. */
const TITLE_BAR_HEIGHT = 44;

interface ShellColors {
  readonly color: string;
  readonly symbolColor: string;
}

/** The design's shell surface and the ink on it, so that neither start nor resize flashes another colour. */
const shellColors = (dark: boolean): ShellColors =>
  dark ? { color: "#191a1c", symbolColor: "#ffffff" } : { color: "#f3f4f5", symbolColor: "#242424" };

export function windowOptions(options: {
  readonly dark: boolean;
  readonly preload: string;
  readonly devTools: boolean;
}): BrowserWindowConstructorOptions {
  const colors = shellColors(options.dark);
  return {
    show: false,
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    title: "Isoscope",
    backgroundColor: colors.color,
    titleBarStyle: "hidden",
    titleBarOverlay: { ...colors, height: TITLE_BAR_HEIGHT },
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: options.devTools,
    },
  };
}

/** Makes the window; it shows itself once its page has painted. `load` starts the page. */
export function createWindow(
  { BrowserWindow, nativeTheme, app }: Pick<ElectronSurface, "BrowserWindow" | "nativeTheme" | "app">,
  preload: string,
): WindowSurface {
  const dark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(windowOptions({ dark, preload, devTools: !app.isPackaged }));
  window.once("ready-to-show", () => window.show());
  nativeTheme.on("updated", () => {
    if (window.isDestroyed()) return;
    const colors = shellColors(nativeTheme.shouldUseDarkColors);
    window.setBackgroundColor(colors.color);
    window.setTitleBarOverlay({ ...colors, height: TITLE_BAR_HEIGHT });
  });
  return window;
}

export const loadPage = (window: WindowSurface): Promise<void> => window.loadURL(APP_URL);

/** Brings the window to the person who has just tried to start the app again. */
export function raise(window: WindowSurface): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
