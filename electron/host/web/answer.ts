import { STATUS_CODES } from "node:http";
import type { IsoscopeError } from "../../contract/errors.ts";
import { summarise } from "../../contract/failure.ts";
import { SECURITY_HEADERS } from "../assets/security-headers.ts";

/** A whole HTTP answer as a value. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** A request that is not served: the HTTP status, and the contract error a program reads. */
export interface Refusal {
  readonly status: number;
  readonly error: IsoscopeError;
  readonly allow?: string;
}

export const denied = (status: 401 | 403, reason: string, fix?: string): Refusal => ({
  status,
  error: { code: "denied", reason, ...(fix ? { fix } : {}) },
});

/** A small page for a browser that navigates, the error as JSON for everything else. */
export function refuse(refusal: Refusal, accept: string | undefined): Answer {
  const page = (accept ?? "").includes("text/html");
  return {
    status: refusal.status,
    headers: {
      ...SECURITY_HEADERS,
      "content-type": page ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
      "cache-control": "no-store",
      ...(refusal.allow ? { allow: refusal.allow } : {}),
    },
    body: page ? toPage(refusal) : JSON.stringify(refusal.error),
  };
}

function toPage({ status, error }: Refusal): string {
  const title = `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  const fix = "fix" in error && error.fix ? `<p>${escapeHtml(error.fix)}</p>` : "";
  const text = `<h1>${title}</h1><p>${escapeHtml(summarise(error))}</p>${fix}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Isoscope: ${title}</title>${text}</html>\n`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
