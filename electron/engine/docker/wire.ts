import { Agent, type ClientRequest, type IncomingMessage, type RequestOptions, request } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { z } from "zod";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { metered, NO_METER } from "../../contract/request-meter.ts";
import type { Clock } from "../engine.ts";
import { isNamedPipe } from "./endpoint.ts";
import { httpFailure, parseAnswer, readText } from "./wire-answer.ts";
import { connectionError, type WireOrigin } from "./wire-errors.ts";
import { type Query, queryString } from "./wire-query.ts";

export interface WireCall {
  /** What it is for, in words for errors: "list containers". */
  readonly op: string;
  readonly method?: "GET" | "POST" | "DELETE" | "HEAD";
  /** Without the version. Ids and references in it must have been checked by `ids.ts`. */
  readonly path: string;
  readonly query?: Query;
  readonly json?: unknown;
  /** A tar to send. */
  readonly tar?: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
  /** Longest wait for the answer's head, ms; null waits as long as the daemon takes. */
  readonly timeoutMs?: number | null;
}

const DEFAULT_TIMEOUT = 30_000;

/** libuv waits for a busy pipe by itself, for minutes. ms */
const PIPE_CONNECT_TIMEOUT = 3_000;

/**
 * One connection to a daemon over node:http, keep-alive for calls, an own socket for each stream. Errors are
 * `unavailable`, `denied`, `timeout`, `cancelled`, and `http` with the daemon's message.
 */
export class Wire {
  readonly #origin: WireOrigin;
  readonly #clock: Clock;
  readonly #version: string | null;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly #open = new Set<{ destroy(): unknown }>();

  /** @param version of the API, e.g. "1.41"; null speaks without one, for `_ping`. */
  constructor(origin: WireOrigin, version: string | null, clock: Clock) {
    this.#origin = origin;
    this.#version = version;
    this.#clock = clock;
  }

  get origin(): WireOrigin {
    return this.#origin;
  }

  /** Reads the whole answer. */
  async text(
    call: WireCall,
  ): Promise<{ readonly headers: IncomingMessage["headers"]; readonly text: string }> {
    const response = await this.#respond(call, this.#agent);
    try {
      return { headers: response.headers, text: await readText(response) };
    } catch (thrown) {
      throw connectionError(thrown, call.op, this.#origin, call.signal);
    }
  }

  /** Reads the whole answer and checks it; an answer of another shape is an `http` error that says so. */
  async json<S extends z.ZodType>(call: WireCall, schema: S): Promise<z.output<S>> {
    const { text } = await this.text(call);
    return parseAnswer(call.op, text, schema);
  }

  /** The answer's body as it comes, on a connection of its own. Destroy it to stop. */
  stream(call: WireCall): Promise<IncomingMessage> {
    return this.#respond({ timeoutMs: null, ...call }, false);
  }

  /** Turns the connection into a two-way byte stream (attach, exec). Sends no body unless `json` is given. */
  hijack(call: WireCall): Promise<Duplex> {
    const sent = this.#request(call, false, { Connection: "Upgrade", Upgrade: "tcp" });
    return this.#settle(call, sent, (resolve, reject) => {
      sent.on("upgrade", (_response, socket: Duplex, head: Buffer) => {
        if (head.length > 0) socket.unshift(head);
        this.#track(socket);
        resolve(socket);
      });
      sent.on("response", (response) => {
        httpFailure(call.op, response).then(reject, reject);
      });
    });
  }

  /** Ends every call and stream that is under way. */
  close(): void {
    for (const open of this.#open) open.destroy();
    this.#agent.destroy();
  }

  #respond(call: WireCall, agent: Agent | false): Promise<IncomingMessage> {
    const sent = this.#request(call, agent, {});
    return this.#settle(call, sent, (resolve, reject) => {
      sent.on("response", (response) => {
        this.#track(response);
        const status = response.statusCode ?? 0;
        if (status < 400) resolve(response);
        else httpFailure(call.op, response).then(reject, reject);
      });
    });
  }

  #request(call: WireCall, agent: Agent | false, upgrade: Readonly<Record<string, string>>): ClientRequest {
    const body = call.json === undefined ? undefined : JSON.stringify(call.json);
    const prefix = this.#version === null ? "" : `/v${this.#version}`;
    const sent = request({
      ...this.#address(),
      agent,
      method: call.method ?? "GET",
      path: `${prefix}${call.path}${queryString(call.query)}`,
      headers: { ...upgrade, ...bodyHeaders(call, body) },
      ...(call.signal ? { signal: call.signal } : {}),
    });
    this.#track(sent);
    if (isNamedPipe(this.#origin.endpoint)) sent.once("socket", (socket) => this.#limitConnecting(socket));
    if (call.tar) void pipeline(call.tar, sent).catch((thrown: Error) => sent.destroy(thrown));
    else sent.end(body);
    return sent;
  }

  #limitConnecting(socket: Socket): void {
    if (!socket.connecting) return;
    const busy = () => socket.destroy(Object.assign(new Error("the pipe is busy"), { code: "EBUSY" }));
    const cancel = this.#clock.after(PIPE_CONNECT_TIMEOUT, busy);
    socket.once("connect", cancel);
    socket.once("close", cancel);
  }

  #settle<T>(
    call: WireCall,
    sent: ClientRequest,
    listen: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
  ): Promise<T> {
    const ms = call.timeoutMs === undefined ? DEFAULT_TIMEOUT : call.timeoutMs;
    const late = () => sent.destroy(new IsoscopeFailure({ code: "timeout", op: call.op, ms: ms ?? 0 }));
    const cancelTimer = ms === null ? () => {} : this.#clock.after(ms, late);
    const answer = () =>
      new Promise<T>((resolve, reject) => {
        sent.on("error", reject);
        // A request whose body fails before there is a connection closes without an error.
        let answered = false;
        sent.once("response", () => {
          answered = true;
        });
        sent.once("close", () => {
          if (!answered) reject(new Error("the request was given up"));
        });
        listen(resolve, reject);
      });
    return metered(this.#origin.meter ?? NO_METER, call.op, answer)
      .catch((thrown: unknown) => {
        throw connectionError(thrown, call.op, this.#origin, call.signal);
      })
      .finally(cancelTimer);
  }

  #address(): RequestOptions {
    const { endpoint } = this.#origin;
    if (endpoint.kind === "socket") return { socketPath: endpoint.path, host: "docker" };
    return { host: endpoint.host, port: endpoint.port };
  }

  #track(open: { destroy(): unknown; once(event: "close", listener: () => void): unknown }): void {
    this.#open.add(open);
    open.once("close", () => this.#open.delete(open));
  }
}

function bodyHeaders(call: WireCall, body: string | undefined): Record<string, string> {
  if (call.tar) return { "Content-Type": "application/x-tar" };
  if (body === undefined) return {};
  return { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) };
}
