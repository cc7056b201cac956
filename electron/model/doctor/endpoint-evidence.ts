import type { Evidence } from "./check.ts";
import type { EndpointFact } from "./facts.ts";

/** Each address that was tried, with what came of it. */
export const endpointEvidence = (endpoints: readonly EndpointFact[]): Evidence =>
  endpoints.map(({ address, state, detail }) => ({
    name: address,
    value: detail === "" ? state : `${state}: ${detail}`,
  }));
