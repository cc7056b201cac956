/** Stands where a secret was. */
const MASK = "••••";

/** Words in the name of an option, a variable or a field whose value is a secret. Bounded, so that no text takes long. */
const NAMED =
  "[A-Za-z0-9_.-]{0,40}(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)[A-Za-z0-9_.-]{0,40}";

const BARE = `[^\\s"',;&}]`;

/** One word as a shell reads it, with what is written right behind a quoted part; a quote that is cut off hides nothing. */
const VALUE = `(?:(?:"[^"]*"|'[^']*')+${BARE}*|["']?${BARE}+)`;

const rule = (pattern: string, flags: string, replacement: string) =>
  [new RegExp(pattern, flags), replacement] as const;

const RULES: readonly (readonly [RegExp, string])[] = [
  // A private key is many lines.
  rule("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?", "g", MASK),
  // https://user:password@host, and https://token@host
  rule("\\b([a-z][a-z0-9+.-]{0,20}://[^\\s/@:\"']{0,200}):[^\\s/@\"']{1,500}@", "gi", `$1:${MASK}@`),
  rule("\\b(https?://)[^\\s/@:\"']{1,500}@", "gi", `$1${MASK}@`),
  // docker run -e NAME=value: whatever its name, as in the engine's own description
  rule(`((?:^|\\s)(?:-e|--env)[ =][A-Za-z_][A-Za-z0-9_]{0,200}=)${VALUE}`, "g", `$1${MASK}`),
  // {"apiToken": "value"}
  rule(`("${NAMED}"\\s{0,5}:\\s{0,5})"(?:[^"\\\\]|\\\\.)*"`, "gi", `$1"${MASK}"`),
  // --password=value, NAME_TOKEN=value, password: value
  rule(`((?<![A-Za-z0-9_.-])${NAMED}(?:=|:\\s?))(?!//)${VALUE}`, "gi", `$1${MASK}`),
  // --password value, /password value
  rule(`((?:^|\\s)(?:--?|/)${NAMED}\\s+)(?!-)${VALUE}`, "gi", `$1${MASK}`),
  // curl -u name:password
  rule("((?:^|\\s)(?:-u|--user|--proxy-user)[ =][^\\s:]{1,200}:)\\S+", "g", `$1${MASK}`),
  rule("\\b((?:Bearer|Basic)\\s+)[A-Za-z0-9._~+/=-]{8,}", "gi", `$1${MASK}`),
  // Keys that are known by their shape.
  rule("\\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abeprs]-|sk-|npm_)[A-Za-z0-9_-]{10,}", "g", MASK),
  rule("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", "g", MASK),
  rule("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*", "g", MASK),
];

const SECRET_FIELD = new RegExp(`^${NAMED}$`, "i");

/**
 * A text without the secrets that can be told from their surroundings: values of variables and options that are named for one,
 * passwords in addresses, keys of known shapes. What stands in no such place stays.
 */
export function maskText(text: string): string {
  // What one rule takes away may be what kept another from seeing its secret. Each round leaves less that is no mask.
  for (let before = text; ; ) {
    const masked = RULES.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), before);
    if (masked === before) return masked;
    before = masked;
  }
}

/** The same of every text in a value, and of every field that is named for a secret. */
export function maskDeep<T>(value: T): T;
export function maskDeep(value: unknown): unknown {
  if (typeof value === "string") return maskText(value);
  if (Array.isArray(value)) return value.map((item: unknown) => maskDeep(item));
  if (typeof value !== "object" || value === null) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      typeof item === "string" && item !== "" && SECRET_FIELD.test(key) ? MASK : maskDeep(item),
    ]),
  );
}
