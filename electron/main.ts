import { fileURLToPath } from "node:url";
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from "electron";
import { APP_VERSION } from "./host/app-version.ts";
import { composeApp } from "./host/compose.ts";
import { runShell } from "./host/electron/shell.ts";
import { announced } from "./host/local/announce.ts";
import { systemPaths } from "./host/paths.ts";
import { recordingNamed, showRecording } from "./host/show-recording.ts";
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
    compose: async () => {
      const recording = recordingNamed(process.env.ISOSCOPE_REPLAY);
      const composed = await composeApp({ log, firstShow: recording === undefined });
      const app = recording === undefined ? composed : await showRecording(composed, recording);
      return announced(app, { run: systemPaths().run, version: APP_VERSION, log });
    },
    log,
  },
);
