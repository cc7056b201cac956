import type { Dispatcher } from "../../contract/dispatcher.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ComposedApp } from "../composed-app.ts";
import type { Withdraw } from "../local/announce.ts";
import { newSecret } from "./secret.ts";
import { USUAL_PORT } from "./usual-port.ts";
import { startWebHost, type WebHost } from "./web-host.ts";

export interface ServeOptions {
  /** Null takes {@link USUAL_PORT}, or any free one when that is in use. */
  readonly port: number | null;
  readonly rendererDir: string;
  readonly compose: () => Promise<ComposedApp>;
  /** Lets programs of this user find it; without it there is no door for them. */
  readonly announce?: (dispatcher: Dispatcher, door: ProgramDoor) => Promise<Withdraw>;
}

export interface ProgramDoor {
  readonly url: string;
  readonly token: string;
}

export interface Served {
  readonly url: string;
  /** Clients first, then the app: nobody is served by half of it. */
  close(): Promise<void>;
}

/** The app behind the web host. When it cannot listen, what was composed is closed again. */
export async function serve({ port, rendererDir, compose, announce }: ServeOptions): Promise<Served> {
  const app = await compose();
  const token = newSecret();
  const programToken = announce && token;
  const start = (wanted: number) => startWebHost(app.dispatcher, { port: wanted, rendererDir, programToken });
  try {
    const host = port === null ? await preferUsual(start) : await start(port);
    const withdraw = await announce?.(app.dispatcher, { url: new URL(host.url).origin, token });
    return {
      url: host.url,
      close: async () => {
        await withdraw?.();
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
