import type { Clock } from "../../engine/engine.ts";
import type { ElectronSurface, WindowSurface } from "./surface.ts";
import { loadPage } from "./window.ts";

/** A page that dies again this soon would die for ever. */
export const CRASH_GAP_MS = 30_000;

export interface CrashOptions {
  readonly electron: Pick<ElectronSurface, "app" | "dialog">;
  readonly window: WindowSurface;
  readonly now: Clock["now"];
  readonly log: (line: string) => void;
}

/** Loads a page that has crashed again; one that crashes twice in a row ends the app with a reason. */
export function recoverFromCrash({ electron, window, now, log }: CrashOptions): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    log(`The window's process ended: ${reason}.`);
    const again = now() - last < CRASH_GAP_MS;
    last = now();
    if (!again) {
      loadPage(window).catch((thrown: unknown) => log(`The page did not load: ${String(thrown)}`));
      return;
    }
    electron.dialog.showErrorBox(
      "Isoscope",
      `The window's process keeps ending (${reason}). Containers go on running.`,
    );
    electron.app.quit();
  });
}
