import type { CommandFix, Fix } from "../../contract/doctor.ts";
import { joinCommand } from "../command-line.ts";
import type { DoctorFacts, Person } from "./facts.ts";

interface CommandText {
  readonly id: string;
  readonly title: string;
  readonly argv: readonly [string, ...string[]];
  readonly changes: string;
  readonly after?: string;
}

/** A command for root on Linux, runnable by the app when it is root. */
export function rootCommand(person: Person, { argv, after, ...text }: CommandText): CommandFix {
  const line = joinCommand(argv);
  return {
    ...{ kind: "command", ...text, argv: [...argv], elevated: true, after: after ?? null },
    typed: person.elevated ? line : `sudo ${line}`,
    ...rightsOf(person, "root", "run it in a terminal with sudo"),
  };
}

/**
 * A command for an administrator on Windows, runnable by the app when it has these rights.
 * @param typed the same in PowerShell
 */
export function administratorCommand(
  person: Person,
  { argv, after, ...text }: CommandText,
  typed: string,
): CommandFix {
  return {
    ...{ kind: "command", ...text, argv: [...argv], elevated: true, after: after ?? null, typed },
    ...rightsOf(person, "an administrator", "run it in a PowerShell started as administrator"),
  };
}

function rightsOf(
  { elevated, name }: Person,
  who: string,
  instead: string,
): Pick<CommandFix, "rights" | "runnable"> {
  if (elevated) return { rights: `It needs ${who}, as which Isoscope runs.`, runnable: { can: true } };
  const rights = `It needs ${who}, and Isoscope runs as ${name}: ${instead}.`;
  return { rights, runnable: { can: false, reason: rights } };
}

const POWERSHELL = ["powershell.exe", "-NoProfile", "-NonInteractive", "-Command"] as const;

/** A cmdlet for an administrator. It has no parts that a person or a daemon wrote. */
export const administratorCmdlet = (
  person: Person,
  cmdlet: string,
  text: Omit<CommandText, "argv">,
): CommandFix => administratorCommand(person, { ...text, argv: [...POWERSHELL, cmdlet] }, cmdlet);

export const link = (id: string, title: string, url: string): Fix => ({ kind: "link", id, title, url });

export const manual = (
  id: string,
  title: string,
  ...steps: readonly (readonly [text: string, command?: string])[]
): Fix => ({
  ...{ kind: "manual", id, title },
  steps: steps.map(([text, command]) => ({ text, command: command ?? null })),
});

/** Facts that decide how a Linux package comes in. */
export type Packaging = Pick<DoctorFacts, "person" | "distribution" | "programs">;

/** Installs a Debian package on Debian and its kin; elsewhere names what to install. */
export function installPackage(facts: Packaging, name: string, what: string): Fix {
  const id = `install-${name}`;
  const { person, distribution, programs } = facts;
  if (!distribution.ids.includes("debian") || programs["apt-get"] === null)
    return manual(id, `Install ${what}`, [
      `Install ${what} with this distribution's package manager. On Debian the package is ${name}.`,
    ]);
  return rootCommand(person, {
    ...{ id, title: `Install ${what}` },
    argv: ["apt-get", "install", "-y", "--no-install-recommends", name],
    changes: `Installs the Debian package ${name} and what it needs.`,
  });
}

/** Starts a service by systemd where it runs; elsewhere says what to do. */
export function startService(facts: Packaging, service: string, what: string): Fix {
  const id = `start-${service}`;
  if (!facts.distribution.systemd || facts.programs.systemctl === null)
    return manual(id, `Start ${what}`, [
      `Start ${what} as this system starts its services; systemd does not run here.`,
      `service ${service} start`,
    ]);
  return rootCommand(facts.person, {
    ...{ id, title: `Start ${what}` },
    argv: ["systemctl", "start", service],
    changes: `Starts ${what} until the next boot.`,
  });
}
