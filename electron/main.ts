import { fileURLToPath } from "node:url";
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from "electron";
import { composeApp } from "./host/compose.ts";
import { runShell } from "./host/electron/shell.ts";
import { whenTold } from "./host/when-told.ts";

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const log = (line: string) => console.error(line);

whenTold(process, () => app.quit());
// Not awaited at the top level: Electron becomes ready only after this module has run.
void runShell(
  { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell },
  {
    preload: beside("./preload.cjs"),
    rendererDir: beside("../renderer"),
    compose: () => composeApp({ log }),
    log,
  },
);
