import { inject } from "vitest";
import { type Addon, loadAddon } from "../index.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly addonPath: string;
    readonly programs: string;
  }
}

/** The addon the global setup built. */
export const builtAddon = (): Addon => loadAddon([inject("addonPath")]);
