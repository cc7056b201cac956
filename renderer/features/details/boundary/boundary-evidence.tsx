import type { Container } from "../../../../electron/contract/container.ts";
import type { Scope } from "../../../../electron/contract/scope.ts";
import { boundaryStrings } from "../../../strings/boundary.ts";

interface BoundaryEvidenceProps {
  readonly container: Container;
  readonly scope: Scope | undefined;
}

/** What each statement above rests on, in words a reader can check. */
export function BoundaryEvidence({ container, scope }: BoundaryEvidenceProps) {
  const { footprint } = container;
  const worker = footprint.kind === "worker" ? footprint.evidence : undefined;
  return (
    <dl className="boundary-evidence">
      <dt>{boundaryStrings.isolation}</dt>
      <dd>{container.isolationEvidence}</dd>
      {scope && (
        <>
          <dt>{boundaryStrings.kernels}</dt>
          <dd>{scope.kernelEvidence}</dd>
        </>
      )}
      {worker && (
        <>
          <dt>{boundaryStrings.worker}</dt>
          <dd>{worker}</dd>
        </>
      )}
    </dl>
  );
}
