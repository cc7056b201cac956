import { useState } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import type { Capability } from "../../../electron/contract/engine.ts";
import { splitCommand } from "../../../electron/model/command-line.ts";
import { useHostInfo, useLiveSelect } from "../../engine/host-context.tsx";
import { enginesResource, imagesResource } from "../../engine/resources.ts";
import { consoleStrings } from "../../strings/console.ts";
import type { ConsoleStart } from "./container-console.ts";
import { ATTACH, type ShellChoice, shellsOf } from "./shells.ts";

export const OTHER = "other";

/** What can be run in a container, what is chosen, and whether it can be opened now. */
export interface StartForm {
  readonly choices: readonly ShellChoice[];
  readonly choice: string;
  readonly setChoice: (id: string) => void;
  readonly command: string;
  readonly setCommand: (text: string) => void;
  /** What opening would do; null while it cannot be done. */
  readonly start: ConsoleStart | null;
  /** Why it cannot be done; null while it can. */
  readonly refusal: string | null;
}

const CAN: Capability = { can: true };

export function useStart(container: Container): StartForm {
  const os = useImageOs(container);
  const shells = shellsOf(os);
  const fallback = container.interactive ? ATTACH.id : (shells[0]?.id ?? ATTACH.id);
  const [chosen, setChoice] = useState<string | null>(null);
  const [command, setCommand] = useState("");
  const choice = chosen ?? fallback;
  const choices = [ATTACH, ...shells];
  const capability = useCapability(container, choice === ATTACH.id ? "attach" : "exec");
  const target = choices.find((one) => one.id === choice)?.target ?? targetOf(command);
  const runs = container.state === "running" || container.state === "paused";
  const refusal = runs
    ? capability.can
      ? null
      : capability.reason
    : consoleStrings.notRunning(container.name);
  const attach = choice === ATTACH.id;
  const start = target && {
    target,
    tty: attach ? container.tty : true,
    takesInput: attach ? container.interactive : true,
  };
  return { choices, choice, setChoice, command, setCommand, start: refusal === null ? start : null, refusal };
}

function targetOf(command: string) {
  const split = splitCommand(command);
  const [name] = "argv" in split ? split.argv : [];
  return "argv" in split && name !== undefined ? { argv: split.argv, name } : null;
}

function useCapability(container: Container, what: "attach" | "exec"): Capability {
  return useLiveSelect(enginesResource, ({ rows }) => rows.get(container.engine)?.capabilities[what]) ?? CAN;
}

/** What the image is made for; where the list does not tell, what the host runs. */
function useImageOs({ engine, image }: Container): string {
  const host = useHostInfo();
  const known = useLiveSelect(imagesResource, ({ rows }) =>
    [...rows.values()].find(
      (one) => one.engine === engine && (one.id === image.id || one.refs.includes(image.ref)),
    ),
  );
  return known?.os || (host?.platform === "win32" ? "windows" : "linux");
}
