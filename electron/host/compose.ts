import { IsoscopeFailure } from "../contract/failure.ts";
import type { ComposedApp } from "./composed-app.ts";

export interface ComposeOptions {
  readonly log: (line: string) => void;
}

/** Not written yet: refuses, so that nothing pretends to be the app. */
export async function composeApp(_options: ComposeOptions): Promise<ComposedApp> {
  throw new IsoscopeFailure({ code: "internal", message: "The engines are not composed yet." });
}
