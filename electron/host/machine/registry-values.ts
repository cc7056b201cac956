/**
 * The values that `reg.exe query KEY` prints, by lower-case name: `    EditionID    REG_SZ    ServerStandard`. Names and
 * types are not translated; what is not such a line is passed over.
 */
export function registryValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, data] = /^\s{2,}(\S.*?)\s{2,}REG_[A-Z_]+(?:\s{2,}(.*))?$/.exec(line) ?? [];
    if (name !== undefined) values.set(name.toLowerCase(), (data ?? "").trim());
  }
  return values;
}
