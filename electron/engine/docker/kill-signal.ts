import { IsoscopeFailure } from "../../contract/failure.ts";

/** What a Windows daemon knows: KILL ends the whole container, TERM asks it to shut down. */
const WINDOWS: ReadonlySet<string> = new Set(["KILL", "TERM", "9", "15"]);

/** Checks a signal's name before it goes into a request. Throws `invalid`, or `unsupported` for what Windows has not got. */
export function killSignal(signal: string, os: "linux" | "windows"): string {
  if (!/^(?:SIG)?[A-Z][A-Z0-9+-]{0,14}$|^\d{1,2}$/.test(signal)) {
    throw new IsoscopeFailure({ code: "invalid", field: "signal", message: "not the name of a signal" });
  }
  if (os === "linux" || WINDOWS.has(signal.replace(/^SIG/, ""))) return signal;
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: `signal ${signal}`,
    reason: "Windows has no signals: a container can be ended (KILL) or asked to shut down (TERM).",
    fix: "Use KILL or TERM.",
  });
}
