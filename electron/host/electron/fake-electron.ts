import { EventEmitter } from "node:events";
import type { BrowserWindowConstructorOptions, CustomScheme, MenuItemConstructorOptions } from "electron";
import type { ElectronSurface, IpcMessage, SchemeRequest } from "./surface.ts";

/** A window's page: remembers what it was sent and what was asked of it. */
export class FakeContents extends EventEmitter {
  readonly id: number;
  readonly sent: (readonly [channel: string, message: unknown])[] = [];
  openWindow: (details: { url: string }) => { action: "deny" } = () => {
    throw new Error("no window-open handler");
  };
  destroyed = false;

  constructor(id: number) {
    super();
    this.id = id;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  send(channel: string, message: unknown): void {
    this.sent.push([channel, structuredClone(message)]);
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: "deny" }): void {
    this.openWindow = handler;
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents: FakeContents;
  readonly options: BrowserWindowConstructorOptions;
  readonly calls: string[] = [];
  minimized = false;

  constructor(options: BrowserWindowConstructorOptions, contents: FakeContents) {
    super();
    this.options = options;
    this.webContents = contents;
  }

  async loadURL(url: string): Promise<void> {
    this.calls.push(`load ${url}`);
  }
  show(): void {
    this.calls.push("show");
  }
  focus(): void {
    this.calls.push("focus");
  }
  restore(): void {
    this.calls.push("restore");
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed;
  }
  setBackgroundColor(color: string): void {
    this.calls.push(`background ${color}`);
  }
  setTitleBarOverlay({ color }: { color?: string }): void {
    this.calls.push(`overlay ${color}`);
  }
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  firstInstance = true;
  readonly calls: string[] = [];

  enableSandbox(): void {
    this.calls.push("sandbox");
  }
  requestSingleInstanceLock(): boolean {
    return this.firstInstance;
  }
  async whenReady(): Promise<void> {
    this.calls.push("ready");
  }
  /** As Electron does it: listeners of `before-quit` may hold it back. */
  quit(): void {
    let held = false;
    this.emit("before-quit", {
      preventDefault: () => {
        held = true;
      },
    });
    this.calls.push(held ? "quit held" : "quit");
  }
  exit(code: number): void {
    this.calls.push(`exit ${code}`);
  }
}

type Permission = (contents: unknown, permission: string, callback: (granted: boolean) => void) => void;

/** Electron as far as the shell uses it, in memory. One shell per fake. */
export function fakeElectron() {
  const windows: FakeWindow[] = [];
  const app = new FakeApp();
  const ipcMain = new EventEmitter();
  const theme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false });
  const seen = {
    schemes: [] as CustomScheme[],
    menu: null as unknown,
    errors: [] as string[],
    opened: [] as string[],
    serve: async (_request: SchemeRequest): Promise<Response> => Promise.reject(new Error("no handler")),
    permission: ((_contents, _permission, callback) => callback(true)) as Permission,
    permits: (_contents: unknown, _permission: string): boolean => true,
  };
  const electron: ElectronSurface = {
    app,
    BrowserWindow: class extends FakeWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options, new FakeContents(windows.length + 1));
        windows.push(this);
        app.emit("web-contents-created", {}, this.webContents);
      }
    },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu) => {
        seen.menu = menu;
      },
    },
    dialog: { showErrorBox: (title, content) => seen.errors.push(`${title}: ${content}`) },
    ipcMain,
    nativeTheme: theme,
    protocol: {
      registerSchemesAsPrivileged: (schemes) => seen.schemes.push(...schemes),
      handle: (_scheme, handler) => {
        seen.serve = handler;
      },
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler) => {
          seen.permission = handler;
        },
        setPermissionCheckHandler: (handler) => {
          seen.permits = handler;
        },
      },
    },
    shell: {
      openExternal: async (url) => {
        seen.opened.push(url);
      },
    },
  };
  return { electron, app, ipcMain, theme, windows, seen };
}

/** The event of a message from a window's own page. */
export const fromPage = (contents: FakeContents, url = "app://isoscope/"): IpcMessage => ({
  sender: { id: contents.id },
  senderFrame: { url, parent: null },
});
