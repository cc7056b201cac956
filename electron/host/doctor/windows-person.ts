import type { Person } from "../../model/doctor/facts.ts";

/** Mandatory levels "High" and "System": an administrator with all rights. */
const ELEVATED = ["S-1-16-12288", "S-1-16-16384"];

/** Reads what `whoami /groups /fo csv /nh` prints: name, type, SID, attributes. A group is known by name and by SID. */
export function parseWhoamiGroups(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const cells = Array.from(line.matchAll(/"((?:[^"]|"")*)"/g), ([, cell]) => cell ?? "");
    const [name, , sid] = cells;
    if (!name || !sid?.startsWith("S-1-")) return [];
    return [name.split("\\").at(-1) ?? name, sid];
  });
}

/** @param run what a program prints */
export async function readWindowsPerson(
  run: (argv: readonly [string, ...string[]]) => Promise<string>,
): Promise<Person> {
  const [name, table] = await Promise.all([
    run(["whoami.exe"]),
    run(["whoami.exe", "/groups", "/fo", "csv", "/nh"]),
  ]);
  const groups = parseWhoamiGroups(table);
  if (groups.length === 0) throw new Error("whoami names no groups.");
  const elevated = ELEVATED.some((sid) => groups.includes(sid));
  return { name: name.trim(), elevated, groups, listed: groups };
}
