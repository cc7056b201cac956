/**
 * Names one container over all engines. Percent-encoded, since ids of the Host Compute Service may hold any character;
 * half a surrogate pair, which has no encoding, becomes U+FFFD. Docker's ids stay as they are.
 */
export const containerKey = (engine: string, id: string): string =>
  `${engine}/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, "\u{FFFD}"))}`;
