import type { EngineState, EngineStatus } from "../../electron/contract/engine.ts";
import { formatTime } from "../../electron/model/format.ts";
import { errorText } from "../strings/errors.ts";

export { type EngineName, engineName } from "../../electron/model/engine-name.ts";

export type Tone = "ok" | "busy" | "trouble" | "off";

export const engineTone: Readonly<Record<EngineState, Tone>> = {
  connecting: "busy",
  live: "ok",
  stale: "trouble",
  failed: "trouble",
  stopped: "off",
};

/** Names one spell of trouble: what was put away shows again when it is new trouble. */
export const troubleId = ({ id, since }: EngineStatus): string => `engine ${id} ${since}`;

/**
 * One line on how an engine is, e.g. "Live, API 1.41, managed by Isoscope".
 * @param recorded whether it is a recording's: then it was live, and its notes say where it comes from
 */
export function engineLine(engine: EngineStatus, recorded = false): string {
  switch (engine.state) {
    case "live":
      if (recorded) return engine.notes.join(", ");
      return ["Live", ...engine.notes, ...(engine.managed ? ["managed by Isoscope"] : [])].join(", ");
    case "connecting":
      return `Connecting to ${engine.endpoint}`;
    case "stale":
      return `Not answering since ${formatTime(engine.since)}. ${reason(engine)}`.trim();
    case "failed":
      return reason(engine) || "Cannot be used.";
    case "stopped":
      return "Stopped.";
  }
}

function reason(engine: EngineStatus): string {
  return engine.error ? errorText(engine.error).cause : "";
}

/** The worst of all engines, for the one icon in the title bar. */
export function overallTone(engines: readonly EngineStatus[]): Tone {
  const tones = engines.map((engine) => engineTone[engine.state]);
  return tones.includes("trouble") ? "trouble" : tones.includes("busy") || tones.length === 0 ? "busy" : "ok";
}
