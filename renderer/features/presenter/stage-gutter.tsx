import type { Facts } from "./facts.ts";

/** Between the sides: a line that is looked through, or a wall where looking ends. It repeats what both sides say. */
export function StageGutter({ facts: { step, shown } }: { readonly facts: Facts }) {
  const insideKnown = step.kind !== "run" && shown?.inside != null;
  if (step.isolation === "hyperv") {
    return (
      <div className="stage-gutter" aria-hidden="true">
        {insideKnown && step.kind !== "inside" && <span className="stage-stub" />}
        <span className="stage-wall hatch" />
      </div>
    );
  }
  const link = shown?.found.result.kind === "same" ? shown.found.result.link : null;
  return (
    <div className="stage-gutter" aria-hidden="true">
      <span className="stage-line" />
      {step.kind === "look" && link && (
        <>
          <span className={`stage-link ${link.certainty}`} />
          <span className={`stage-ring ${link.certainty}`}>{signOf(link)}</span>
        </>
      )}
    </div>
  );
}

function signOf(link: {
  readonly certainty: string;
  readonly insidePid: number;
  readonly hostPid: number;
}): string {
  if (link.certainty !== "proven") return "?";
  return link.insidePid === link.hostPid ? "=" : "→";
}
