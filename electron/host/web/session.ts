import { newSecret, sameSecret } from "./secret.ts";

/**
 * Who may talk to this host: whoever brings the one-time token from the printed URL gets a cookie, once. The cookie is
 * named for the port because browsers share cookies over all ports of a host.
 */
export class Session {
  readonly token = newSecret();
  readonly #cookie = newSecret();
  readonly #name: string;
  #spent = false;

  constructor(port: number) {
    this.#name = `isoscope-${port}`;
  }

  /** True for the right token, the first time only. */
  redeem(candidate: string): boolean {
    if (this.#spent || !sameSecret(candidate, this.token)) return false;
    this.#spent = true;
    return true;
  }

  /** Whether a request's Cookie header carries this session. */
  admits(header: string | undefined): boolean {
    const prefix = `${this.#name}=`;
    return (header ?? "")
      .split(";")
      .map((pair) => pair.trim())
      .some((pair) => pair.startsWith(prefix) && sameSecret(pair.slice(prefix.length), this.#cookie));
  }

  /** The Set-Cookie header for a redeemed token; gone when the browser closes. */
  setCookie(): string {
    return `${this.#name}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
  }
}
