import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import type { Person } from "../../model/doctor/facts.ts";

export interface GroupEntry {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** Reads `/etc/group`. Lines that are none are left out. */
export function parseGroups(text: string): readonly GroupEntry[] {
  return text.split("\n").flatMap((line) => {
    const [name, , gid, members] = line.split(":");
    if (!name || !gid || !/^\d+$/.test(gid)) return [];
    return [{ name, gid: Number(gid), members: (members ?? "").split(",").filter((one) => one !== "") }];
  });
}

export async function readLinuxPerson(file = "/etc/group"): Promise<Person> {
  const groups = parseGroups(await readFile(file, "utf8"));
  const { username, uid, gid } = userInfo();
  const inForce = new Set([gid, ...(process.getgroups?.() ?? [])]);
  const names = (isOne: (entry: GroupEntry) => boolean) => groups.filter(isOne).map(({ name }) => name);
  return {
    name: username,
    elevated: uid === 0,
    groups: names((entry) => inForce.has(entry.gid)),
    listed: names((entry) => entry.gid === gid || entry.members.includes(username)),
  };
}
