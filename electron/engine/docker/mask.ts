const MASK = "••••";

/** Environment values can be secrets: every list of `NAME=value` under a key "Env" keeps its names only. */
export function maskEnvironment(object: object): Record<string, unknown> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(object);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === "Env" ? maskList(value) : maskInside(value)]),
  );
}

function maskInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskInside);
  return typeof value === "object" && value !== null ? maskEnvironment(value) : value;
}

function maskList(value: unknown): unknown {
  if (!Array.isArray(value)) return value === null ? null : MASK;
  return value.map((line: unknown) => (typeof line === "string" ? maskLine(line) : MASK));
}

function maskLine(line: string): string {
  const cut = line.indexOf("=");
  return cut < 0 ? line : `${line.slice(0, cut)}=${MASK}`;
}
