import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { IsoscopeFailure } from "../../contract/failure.ts";

const ErrorBody = z.object({ message: z.string() });

/** The whole body as text. Rejects when the connection breaks before its end. */
export async function readText(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** JSON, or undefined for what is none: podman answers some calls with an empty body. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An unexpected answer as an error. Daemons say why in `message`, or in plain text (dockerd 20.10 on old versions). */
export async function httpFailure(op: string, response: IncomingMessage): Promise<IsoscopeFailure> {
  const text = await readText(response).catch(() => "");
  const body = ErrorBody.safeParse(parseJson(text));
  const message = body.success ? body.data.message : text.trim();
  return new IsoscopeFailure({
    code: "http",
    op,
    status: response.statusCode ?? 0,
    message: message === "" ? (response.statusMessage ?? "") : message,
  });
}

/** Checks a successful answer; one of another shape is an `http` error with status 200. */
export function parseAnswer<S extends z.ZodType>(op: string, text: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new IsoscopeFailure({
    code: "http",
    op,
    status: 200,
    message: "The daemon's answer has an unknown shape.",
    detail: `${z.prettifyError(parsed.error)}\n${text.slice(0, 2_000)}`,
  });
}
