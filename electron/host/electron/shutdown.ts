import type { AppSurface } from "./surface.ts";

/** After this the app goes even if an engine does not let go: what it started dies with it by parent-death signal. */
export const SHUTDOWN_LIMIT_MS = 15_000;

export interface ShutdownOptions {
  readonly app: AppSurface;
  readonly close: () => Promise<void>;
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly log: (line: string) => void;
}

/** Holds the first quit back until everything is closed, then leaves: exit code 0, or 1 when closing failed. */
export function closeBeforeQuit({ app, close, after, log }: ShutdownOptions): void {
  let closing = false;
  app.on("before-quit", (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const stop = after(SHUTDOWN_LIMIT_MS, () => {
      log("Closing took too long; leaving without it.");
      app.exit(1);
    });
    close()
      .then(
        () => app.exit(0),
        (thrown: unknown) => {
          log(`Closing failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
          app.exit(1);
        },
      )
      .finally(stop);
  });
}
