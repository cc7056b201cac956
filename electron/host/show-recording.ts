import { resolve } from "node:path";
import { Client } from "../contract/client.ts";
import type { IsoscopeContract } from "../contract/contract.ts";
import { memoryLink } from "../contract/memory-link.ts";
import type { ComposedApp } from "./composed-app.ts";

/** The one that is shipped with the app, or a file's path. */
export type RecordingName = { readonly builtIn: true } | { readonly path: string };

/** What `--replay` and ISOSCOPE_REPLAY name: `seed` is the one that is shipped with the app; undefined when nothing is named. */
export function recordingNamed(name: string | undefined): RecordingName | undefined {
  if (name === undefined || name === "") return undefined;
  return name === "seed" ? { builtIn: true } : { path: resolve(name) };
}

/** The app, showing this recording from its beginning. When it cannot be read the app is closed and the reason thrown. */
export async function showRecording(app: ComposedApp, recording: RecordingName): Promise<ComposedApp> {
  const client = new Client<IsoscopeContract>(memoryLink(app.dispatcher));
  try {
    if ("builtIn" in recording) await client.call("session.openBuiltIn", {});
    else await client.call("session.openFile", { path: recording.path });
    return app;
  } catch (thrown) {
    await app.close();
    throw thrown;
  } finally {
    client.close();
  }
}
