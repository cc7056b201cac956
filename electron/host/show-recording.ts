import { Client } from "../contract/client.ts";
import type { IsoscopeContract } from "../contract/contract.ts";
import { memoryLink } from "../contract/memory-link.ts";
import type { ComposedApp } from "./composed-app.ts";

/** The one that is shipped with the app, or a file's path. */
export type RecordingName = { readonly builtIn: true } | { readonly path: string };

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
