import { joinCommand, splitCommand } from "../../../electron/model/command-line.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { presenterStrings } from "../../strings/presenter.ts";
import { type Preferences, usePreferences } from "../../ui-state/preferences.ts";
import { shortImage } from "../containers/image-name.ts";
import { type DemoCommand, useDemoSession } from "./demo-session.ts";

export type { DemoCommand };

/**
 * What the demo runs: what was chosen to be presented, else what the settings say, else the host's own demo. In the
 * settings an empty image stands for the demo's, and an empty command for the image's own.
 */
export function demoCommand(
  chosen: DemoCommand | null,
  preferred: Preferences["presenter"],
  host: Pick<HostInfo, "demo">,
): DemoCommand {
  if (chosen) return chosen;
  if (preferred === null) return host.demo;
  const image = preferred.image === "" ? host.demo.image : preferred.image;
  const split = splitCommand(preferred.command);
  const own = preferred.image === "" ? host.demo.command : [];
  return { image, command: "argv" in split && split.argv.length > 0 ? split.argv : own };
}

export function useDemoCommand(host: HostInfo): DemoCommand {
  const chosen = useDemoSession((session) => session.what);
  const preferred = usePreferences((preferences) => preferences.presenter);
  return demoCommand(chosen, preferred, host);
}

/** The name by which the program is looked for: `ping` of `/bin/ping.exe -t`; the image's where it runs its own command. */
export function programOf({ image, command }: DemoCommand): string {
  const [program] = command;
  if (program === undefined) return shortImage(image).split(":")[0] ?? image;
  return (program.split(/[/\\]/).at(-1) ?? program).replace(/\.exe$/i, "");
}

/** The command as one line. */
export const commandText = ({ command }: DemoCommand): string =>
  command.length === 0 ? presenterStrings.defaultCommand : joinCommand(command);
