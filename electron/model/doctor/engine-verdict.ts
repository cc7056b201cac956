import { summarise } from "../../contract/failure.ts";
import { type Evidence, notApplicable, ok, problem, unknown, type Verdict } from "./check.ts";
import type { EngineFact } from "./facts.ts";

/** Whether an engine can be used, by its own word; the checks of what it needs say why not. */
export function engineVerdict(engine: EngineFact | undefined): Verdict {
  if (!engine) return notApplicable("This app was put together without it.");
  const evidence = engineEvidence(engine);
  const { state, error, title, version, endpoint, managed } = engine;
  if (state === "live") {
    const name = `${title} ${version ?? ""}`.trim();
    return ok(`${name} answers at ${endpoint}.${managed ? " Isoscope runs it itself." : ""}`, evidence);
  }
  if (state === "connecting") return unknown("It is being contacted.", evidence);
  const reason = error ? summarise(error).trim() : "";
  return problem(reason || `It is ${state}.`, evidence, {
    noFix: "The checks below say what is in the way.",
  });
}

function engineEvidence(engine: EngineFact): Evidence {
  return [
    { name: "State", value: engine.state },
    { name: "Endpoint", value: engine.endpoint || "none" },
    { name: "Version", value: engine.version ?? "not told" },
    ...engine.notes.map((value) => ({ name: "Note", value })),
    ...(engine.error ? [{ name: "Error", value: JSON.stringify(engine.error) }] : []),
  ];
}
