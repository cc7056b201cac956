import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import type { DaemonConfig } from "../../../electron/contract/daemon-config.ts";
import { daemonStrings } from "../../strings/daemon-config.ts";
import { CommandLine } from "../doctor/command-line.tsx";

interface DaemonWrittenProps {
  /** Null where there was no file. */
  readonly backup: string | null;
  readonly restart: DaemonConfig["restart"];
}

/** What is still to be done by hand: nothing holds before dockerd has been restarted. */
export function DaemonWritten({ backup, restart }: DaemonWrittenProps) {
  return (
    <div className="daemon-written" role="status">
      <b>
        <CheckmarkCircleRegular className="tone-ok" /> {daemonStrings.written}
      </b>
      <span>{restart.why}</span>
      <CommandLine title={daemonStrings.restart} command={restart.command} />
      {backup !== null && <span className="dim">{daemonStrings.keptAs(backup)}</span>}
    </div>
  );
}
