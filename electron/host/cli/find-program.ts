import { z } from "zod";
import { HostProcess, type InsideProcess, Pid } from "../../contract/process.ts";
import type { Scope } from "../../contract/scope.ts";
import { programName } from "../../model/program-name.ts";

/** What looking for a program on both sides came to. */
export const Found = z.object({
  name: z.string(),
  /** PIDs inside, as the container counts them. */
  inside: z.array(Pid),
  /** Those that were shown to be a host process. */
  same: z.array(
    z.object({ insidePid: Pid, hostPid: Pid, certainty: z.enum(["proven", "likely"]), evidence: z.string() }),
  ),
  /** Host processes of that name. */
  host: z.array(HostProcess),
});
export type Found = z.output<typeof Found>;

/** Looks for a program by name: in the container's list and in the host's. */
export function findProgram(name: string, scope: Scope, host: readonly HostProcess[]): Found {
  const inside = scope.inside
    .filter((row) => isNamed(row, name))
    .flatMap(({ pid }) => (pid === null ? [] : [pid]));
  const same = scope.links
    .filter(({ insidePid }) => inside.includes(insidePid))
    .map(({ insidePid, hostPid, certainty, evidence }) => ({ insidePid, hostPid, certainty, evidence }));
  return { name, inside, same, host: host.filter((row) => isNamed(row, name)) };
}

type Row = Pick<InsideProcess, "name"> & { readonly command: string | null };

/** By its name, or by the program that its command line begins with: a script's name is that of its interpreter. */
const isNamed = ({ name, command }: Row, wanted: string): boolean =>
  programName(name) === programName(wanted) ||
  programName((command ?? "").split(" ")[0]?.split(/[\\/]/).at(-1) ?? "") === programName(wanted);

/** The sentence that it comes to. */
export function foundLines({ name, inside, same, host }: Found, { worker, links }: Scope): string[] {
  if (inside.length === 0) return [`There is no process with the name "${name}" inside.`];
  const others = host.filter(({ pid }) => !links.some(({ hostPid }) => hostPid === pid)).length;
  const seen = same.map(
    ({ insidePid, hostPid, certainty, evidence }) =>
      `Same process: PID ${insidePid} inside is PID ${hostPid} on the host. ${certainty === "proven" ? "Proven" : "Likely"}: ${evidence}.`,
  );
  if (seen.length > 0) return seen;
  const elsewhere = others === 0 ? "" : ` The host's own: ${others} of that name, none of this container.`;
  const wrapped = worker ? ` It shows its worker process ${worker.name}, PID ${worker.pid}.` : "";
  return [
    `PID ${inside.join(", ")} inside. Cannot find a process with the name "${name}" of it on the host.${elsewhere}${wrapped}`,
  ];
}
