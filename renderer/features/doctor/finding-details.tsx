import type { Finding } from "../../../electron/contract/doctor.ts";
import { doctorStrings } from "../../strings/doctor.ts";

/** Why the check is there, and the raw facts it decided on. */
export function FindingDetails({ finding: { why, evidence } }: { readonly finding: Finding }) {
  return (
    <details className="finding-details">
      <summary>{doctorStrings.details}</summary>
      <p>{why}</p>
      {evidence.length > 0 && (
        <dl className="finding-facts">
          {evidence.map(({ name, value }) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
