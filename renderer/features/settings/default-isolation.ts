import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { Words } from "../../app/words.ts";
import { enginesStrings } from "../../strings/settings.ts";
import { launchChoice } from "../launch/launch-choice.ts";

/** What one engine does when a launch names no isolation, and how that is known. */
export function defaultIsolationText(engine: EngineStatus, words: Words): string {
  const { defaultIsolation, defaultIsolationFrom, capabilities } = engine;
  const { process, hyperv } = capabilities.launch;
  const told = words.isolation[defaultIsolation ?? "process"];
  if (process.can !== hyperv.can && defaultIsolation === undefined) {
    const only = enginesStrings.only(words.isolation[process.can ? "process" : "hyperv"]);
    return defaultIsolationFrom === undefined ? only : `${only}. ${defaultIsolationFrom}`;
  }
  if (defaultIsolationFrom !== undefined) return enginesStrings.from(told, defaultIsolationFrom);
  return process.can || hyperv.can ? enginesStrings.ruled(told) : enginesStrings.unknownDefault;
}

/** What a launch gets now that names neither engine nor isolation. */
export function inForceText(engines: readonly EngineStatus[], words: Words): string {
  const { engine, isolation, reason } = launchChoice("default", engines);
  return engine
    ? enginesStrings.inForceText(words.isolation[isolation], engine.title)
    : enginesStrings.inForceNone(reason ?? "");
}
