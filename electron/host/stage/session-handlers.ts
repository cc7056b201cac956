import type { IsoscopeContract } from "../../contract/contract.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { Handlers, StreamSession } from "../../contract/handlers.ts";
import type { UploadPart } from "../../contract/image.ts";
import type { OpenAsk } from "../../contract/session.ts";
import { Exchange } from "../../fleet/images/exchange.ts";
import { receiveFile } from "../../fleet/images/receive-file.ts";
import { fileBytes } from "./recording-bytes.ts";
import type { Sessions } from "./sessions.ts";

type SessionCalls = Pick<
  Handlers<IsoscopeContract>,
  | "session.watch"
  | "session.open"
  | "session.openFile"
  | "session.openBuiltIn"
  | "session.close"
  | "session.control"
>;

export function sessionHandlers(sessions: Sessions): SessionCalls {
  return {
    "session.watch": () => sessions.live,
    "session.open": async (_file, { signal }) => takeIn(sessions, signal),
    "session.openFile": async ({ path }) => {
      await sessions.open(fileBytes(path), { origin: "file" });
      return {};
    },
    "session.openBuiltIn": async () => {
      await sessions.openBuiltIn();
      return {};
    },
    "session.close": async () => {
      await sessions.close();
      return {};
    },
    "session.control": async (control) => {
      sessions.control(control);
      return {};
    },
  };
}

/** Reads a recording from the client that has it. */
function takeIn(sessions: Sessions, signal: AbortSignal): StreamSession<OpenAsk, UploadPart> {
  const exchange = new Exchange<OpenAsk, UploadPart>();
  signal.addEventListener("abort", () =>
    exchange.end(new IsoscopeFailure({ code: "cancelled", op: "Opening the recording" })),
  );
  sessions.open(receiveFile(exchange), { origin: "file", signal }).then(
    () => {
      exchange.tell({ kind: "open" });
      exchange.end();
    },
    (thrown: unknown) => exchange.end(thrown),
  );
  return exchange;
}
