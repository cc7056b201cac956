import { EventEmitter } from "node:events";
import type { BrowserWindowConstructorOptions } from "electron";
import type { ElectronSurface } from "../../electron/host/electron/surface.ts";
import { App } from "./standin/app.ts";
import { Menus } from "./standin/menu.ts";
import { NativeTheme } from "./standin/native-theme.ts";
import { Permissions } from "./standin/permissions.ts";
import { Schemes } from "./standin/schemes.ts";
import { switchValue } from "./standin/switches.ts";
import { Window } from "./standin/window.ts";

const folder = switchValue(process.argv, "user-data-dir");
if (folder === null) throw new Error("the stand-in for Electron needs --user-data-dir=FOLDER");

export const app = new App(folder);
export const ipcMain = new EventEmitter();
export const nativeTheme = new NativeTheme();
export const protocol = new Schemes();
export const session = { defaultSession: new Permissions() };
export const Menu = new Menus({
  quit: () => app.quit(),
  close: () => {
    for (const window of app.windows) window.close();
  },
});
export const dialog = {
  showErrorBox: (title: string, content: string): void => console.error(`${title}: ${content}`),
};
/** Nothing opens: a test that wants to know puts its own function in this one's place, here as in Electron. */
export const shell = { openExternal: async (_url: string): Promise<void> => {} };

export class BrowserWindow extends Window {
  constructor(options: BrowserWindowConstructorOptions) {
    super(
      {
        schemes: protocol,
        permissions: session.defaultSession,
        connection: () => app.connection(),
        contentsCreated: (event, contents) => app.emit("web-contents-created", event, contents),
        ipc: (channel, event, args) => ipcMain.emit(channel, event, ...args),
        dark: (dark) => nativeTheme.setDark(dark),
        keys: (keys) => Menu.press(keys),
        closed: () => app.lost(this),
      },
      options,
    );
    app.windows.add(this);
  }

  static getAllWindows(): readonly Window[] {
    return [...app.windows];
  }
}

/** The module as `require` gives it. Held against what the app uses: a stand-in that lacks a part does not compile. */
export const electron = {
  ...{ app, BrowserWindow, Menu, dialog, ipcMain, nativeTheme, protocol, session, shell },
} satisfies ElectronSurface;
