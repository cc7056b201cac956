import { APP_VERSION } from "../app-version.ts";
import { composeApp } from "../compose.ts";
import { announce } from "../local/announce.ts";
import { systemPaths } from "../paths.ts";
import { type RecordingName, showRecording } from "../show-recording.ts";
import { type Served, serve } from "./serve.ts";

export interface ServeHere {
  /** Null takes the usual one, or any free one when that is in use. */
  readonly port: number | null;
  readonly rendererDir: string;
  /** What it shows at first instead of this host. */
  readonly recording?: RecordingName | undefined;
  readonly log: (line: string) => void;
}

/** This machine's app behind the web host, found by this user's programs. */
export const serveHere = ({ port, rendererDir, recording, log }: ServeHere): Promise<Served> =>
  serve({
    port,
    rendererDir,
    compose: async () => {
      const app = await composeApp({ log, firstShow: recording === undefined });
      return recording === undefined ? app : showRecording(app, recording);
    },
    announce: (dispatcher, door) =>
      announce(dispatcher, { run: systemPaths().run, version: APP_VERSION, log, ...door }),
  });
