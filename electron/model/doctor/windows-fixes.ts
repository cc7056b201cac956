import type { Machine } from "../../contract/contract.ts";
import type { CommandFix, Fix } from "../../contract/doctor.ts";
import type { Person, ServiceName } from "./facts.ts";
import { administratorCmdlet, administratorCommand } from "./fixes.ts";

const RESTART = "Restart Windows; it is then in force.";

/** Turns on a feature of a client, or a role or feature of a server. Neither restarts Windows by itself. */
export function turnOn(
  feature: "Containers" | "Hyper-V",
  sku: NonNullable<Machine["windows"]>["sku"],
  person: Person,
): CommandFix {
  const server = feature === "Hyper-V" ? "Hyper-V -IncludeManagementTools" : feature;
  const client = feature === "Hyper-V" ? "Microsoft-Hyper-V" : feature;
  const cmdlet =
    sku === "server"
      ? `Install-WindowsFeature -Name ${server}`
      : `Enable-WindowsOptionalFeature -Online -FeatureName ${client} -All -NoRestart`;
  return administratorCmdlet(person, cmdlet, {
    id: `turn-on-${feature.toLowerCase()}`,
    title: `Turn on ${feature}`,
    changes: `Turns on the feature ${feature} of Windows with what it needs.`,
    after: RESTART,
  });
}

export function startService(service: ServiceName, what: string, person: Person): CommandFix {
  const argv = ["sc.exe", "start", service] as const;
  const text = {
    id: `start-${service.toLowerCase()}`,
    title: `Start ${what}`,
    changes: `Starts the service ${service} of Windows.`,
  };
  return administratorCommand(person, { ...text, argv }, `Start-Service ${service}`);
}

export function launchHypervisor(person: Person): CommandFix {
  const argv = ["bcdedit.exe", "/set", "hypervisorlaunchtype", "auto"] as const;
  const text = {
    id: "launch-hypervisor",
    title: "Start the hypervisor with Windows",
    changes: "Has the boot loader start the hypervisor.",
    after: RESTART,
  };
  return administratorCommand(person, { ...text, argv }, argv.join(" "));
}

/** A group by its name where that is the same in every language, else by its SID. */
export function joinGroup(person: Person, group: { readonly name: string; readonly sid?: string }): Fix {
  const member = powershellText(person.name);
  const which = group.sid === undefined ? `-Group ${powershellText(group.name)}` : `-SID ${group.sid}`;
  return administratorCmdlet(person, `Add-LocalGroupMember ${which} -Member ${member}`, {
    id: `join-${group.name.toLowerCase().replaceAll(" ", "-")}`,
    title: `Add ${person.name} to ${group.name}`,
    changes: `${person.name} may do what members of ${group.name} may.`,
    after: "Sign out and in again, then start Isoscope.",
  });
}

/** A string that PowerShell expands nothing in. It takes typographic quotes for quotes, too. */
const powershellText = (text: string): string => `'${text.replace(/['‘’‚‛]/g, "$&$&")}'`;
