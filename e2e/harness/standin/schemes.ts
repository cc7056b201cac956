import type { ProtocolSurface, SchemeRequest } from "../../../electron/host/electron/surface.ts";
import { appScheme, toApp, toChromium } from "./app-urls.ts";

type Handler = (request: SchemeRequest) => Promise<Response>;

/** The app's own schemes: `protocol`, and what Chromium asks of them. */
export class Schemes implements ProtocolSurface {
  readonly #declared = new Set<string>();
  readonly #handlers = new Map<string, Handler>();

  /** Only a standard scheme becomes an origin; others have no address that Chromium could be given. */
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: { standard?: boolean } }[]): void {
    for (const { scheme, privileges } of schemes) if (privileges?.standard) this.#declared.add(scheme);
  }

  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  toApp(url: string): string {
    return toApp(url, this.#declared);
  }

  toChromium(url: string): string {
    return toChromium(url, this.#declared);
  }

  /** The app's answer to a request of Chromium's; null when the address is not of its schemes. */
  async serve({ url, method }: { readonly url: string; readonly method: string }): Promise<Response | null> {
    const handler = this.#handlers.get(appScheme(url, this.#declared) ?? "");
    return handler ? handler({ url: this.toApp(url), method }) : null;
  }
}
