import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  TitleBarOverlayOptions,
} from "electron";

/**
 * What the shell uses of Electron, and no more. The real module fits it (`main.ts` compiles), and so does the fake of
 * the tests; option types are Electron's own.
 */
export interface ElectronSurface {
  readonly app: AppSurface;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowSurface;
  readonly Menu: MenuSurface;
  readonly dialog: { showErrorBox(title: string, content: string): void };
  readonly ipcMain: IpcSurface;
  readonly nativeTheme: {
    readonly shouldUseDarkColors: boolean;
    on(event: "updated", listener: () => void): unknown;
  };
  readonly protocol: ProtocolSurface;
  readonly session: { readonly defaultSession: SessionSurface };
  readonly shell: { openExternal(url: string): Promise<void> };
}

export interface AppSurface {
  readonly isPackaged: boolean;
  enableSandbox(): void;
  requestSingleInstanceLock(): boolean;
  whenReady(): Promise<void>;
  quit(): void;
  exit(code: number): void;
  on(event: "second-instance" | "window-all-closed", listener: () => void): unknown;
  on(event: "before-quit", listener: (event: Preventable) => void): unknown;
  on(
    event: "web-contents-created",
    listener: (event: Preventable, contents: ContentsSurface) => void,
  ): unknown;
}

export interface Preventable {
  preventDefault(): void;
}

export interface WindowSurface {
  readonly webContents: ContentsSurface;
  loadURL(url: string): Promise<void>;
  once(event: "ready-to-show", listener: () => void): unknown;
  show(): void;
  focus(): void;
  isMinimized(): boolean;
  restore(): void;
  isDestroyed(): boolean;
  setBackgroundColor(color: string): void;
  setTitleBarOverlay(options: TitleBarOverlayOptions): void;
}

export interface ContentsSurface {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, message: unknown): void;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: "deny" }): void;
  on(event: "will-attach-webview", listener: (event: Preventable) => void): unknown;
  on(
    event: "will-navigate" | "will-redirect",
    listener: (event: Preventable & { url: string }) => void,
  ): unknown;
  on(
    event: "render-process-gone",
    listener: (event: Preventable, details: { reason: string }) => void,
  ): unknown;
  on(event: "destroyed", listener: () => void): unknown;
}

export interface IpcSurface {
  on(channel: string, listener: IpcListener): unknown;
  removeListener(channel: string, listener: IpcListener): unknown;
}

export type IpcListener = (event: IpcMessage, message: unknown) => void;

export interface IpcMessage {
  readonly sender: { readonly id: number };
  /** Null when the frame has gone meanwhile. `parent` is null for a window's top frame only. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

export interface MenuSurface {
  buildFromTemplate(template: MenuItemConstructorOptions[]): unknown;
  setApplicationMenu(menu: unknown): void;
}

export interface ProtocolSurface {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
  handle(scheme: string, handler: (request: SchemeRequest) => Promise<Response>): void;
}

/** What is asked of the app's own scheme. */
export type SchemeRequest = Pick<Request, "url" | "method">;

export interface SessionSurface {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void;
}
