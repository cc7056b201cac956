import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ComposedApp } from "../composed-app.ts";
import { USUAL_PORT } from "./usual-port.ts";
import { startWebHost, type WebHost } from "./web-host.ts";

export interface ServeOptions {
  /** Null takes {@link USUAL_PORT}, or any free one when that is in use. */
  readonly port: number | null;
  readonly rendererDir: string;
  readonly compose: () => Promise<ComposedApp>;
}

export interface Served {
  readonly url: string;
  /** Clients first, then the app: nobody is served by half of it. */
  close(): Promise<void>;
}

/** The app behind the web host. When it cannot listen, what was composed is closed again. */
export async function serve({ port, rendererDir, compose }: ServeOptions): Promise<Served> {
  const app = await compose();
  const start = (wanted: number) => startWebHost(app.dispatcher, { port: wanted, rendererDir });
  try {
    const host = port === null ? await preferUsual(start) : await start(port);
    return {
      url: host.url,
      close: async () => {
        await host.close();
        await app.close();
      },
    };
  } catch (thrown) {
    await app.close();
    throw thrown;
  }
}

async function preferUsual(start: (port: number) => Promise<WebHost>): Promise<WebHost> {
  try {
    return await start(USUAL_PORT);
  } catch (thrown) {
    if (thrown instanceof IsoscopeFailure && thrown.error.code === "conflict") return start(0);
    throw thrown;
  }
}
