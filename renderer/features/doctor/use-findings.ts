import { useState } from "react";
import type { Finding } from "../../../electron/contract/doctor.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { useHost, useLive } from "../../engine/host-context.tsx";
import { doctorResource } from "../../engine/resources.ts";

export interface Findings {
  /** In the order of the checks. */
  readonly all: readonly Finding[];
  readonly loaded: boolean;
  /** Runs checks again, all when none is named. */
  readonly check: (ids?: string[]) => void;
  /** Why the last request was refused. */
  readonly error: IsoscopeError | null;
}

export function useFindings(): Findings {
  const { client } = useHost();
  const { rows, loaded } = useLive(doctorResource);
  const [error, setError] = useState<IsoscopeError | null>(null);
  const check = (ids?: string[]) => {
    setError(null);
    client
      .call("doctor.check", ids ? { ids } : {})
      .catch((thrown: unknown) => setError(toIsoscopeError(thrown)));
  };
  return { all: [...rows.values()], loaded, check, error };
}
