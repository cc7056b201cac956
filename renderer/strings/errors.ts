import type { IsoscopeError } from "../../electron/contract/errors.ts";

/** An error as a person reads it: what happened, why, what to do. `raw` is for behind "details". */
export interface ErrorText {
  readonly title: string;
  readonly cause: string;
  readonly next: string;
  readonly raw: string | null;
}

/** Exhaustive over the contract's error codes: a new code does not compile until it has words. */
export function errorText(error: IsoscopeError): ErrorText {
  const text = (title: string, cause: string, next: string): ErrorText => ({
    title,
    cause,
    next,
    raw: "detail" in error ? (error.detail ?? null) : null,
  });
  switch (error.code) {
    case "invalid":
      return text(
        "The input was refused.",
        sentence(error.field === "" ? error.message : `${error.field}: ${error.message}`),
        "Change it and try again.",
      );
    case "not-found":
      return text(
        `No such ${error.what}.`,
        sentence(`${error.name} is not there`),
        "It may have been removed.",
      );
    case "conflict":
      return text(
        "That does not go together.",
        sentence(error.message),
        error.fix ?? "Choose another name, or wait and try again.",
      );
    case "unsupported":
      return text("This engine cannot do that.", sentence(error.reason), "Use another engine or isolation.");
    case "unavailable":
      return text(
        `${error.engine} is not answering.`,
        sentence(error.reason),
        error.fix ?? "It is tried again by itself.",
      );
    case "denied":
      return text(
        "Isoscope may not do this.",
        sentence(error.reason),
        error.fix ?? "Start Isoscope with more rights.",
      );
    case "image-missing":
      return text(
        "The image is not on this host.",
        sentence(`${error.ref} was not found`),
        error.fix ?? "Check the name, or import the image.",
      );
    case "os-mismatch":
      return text(
        "The image does not fit this host.",
        `It is made for ${error.image}, the host is ${error.host}.`,
        "Use an image for this host, or the other isolation.",
      );
    case "start-failed":
      return text(
        "The command could not be started.",
        sentence(error.reason),
        "Check the command; nothing was left behind.",
      );
    case "worker-died":
      return text(
        "The VM ended although nobody asked.",
        `${error.worker}, PID ${error.pid}, ended: ${error.signal ?? `exit code ${error.exitCode ?? "unknown"}`}.`,
        "Launch it again.",
      );
    case "timeout":
      return text("It took too long.", `${error.op} gave no answer within ${error.ms} ms.`, "Try again.");
    case "cancelled":
      return text("Cancelled.", `${error.op} was stopped before it ended.`, "Nothing was left behind.");
    case "hresult":
      return text(
        "Windows refused it.",
        `${error.op} failed with 0x${(error.hresult >>> 0).toString(16).padStart(8, "0")}: ${error.meaning}`,
        "See the details for what Windows said.",
      );
    case "http":
      return text(
        "The engine refused it.",
        sentence(`${error.op} failed with HTTP ${error.status}: ${error.message}`),
        "See the details for what the engine said.",
      );
    case "disconnected":
      return text("The connection was lost.", sentence(error.reason), "It is made again by itself.");
    case "internal":
      return text(
        "Isoscope made a mistake.",
        sentence(error.message),
        "Try again; the details help to report it.",
      );
  }
}

/** Ends with exactly one full stop, so that causes can be put after one another. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
