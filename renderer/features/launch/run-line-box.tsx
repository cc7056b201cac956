import { useState } from "react";
import { dockerRunWords, type RunLine } from "../../../electron/model/docker-run-line.ts";
import { isLayerPath } from "../../../electron/model/layer-path.ts";
import { losesInOldPowerShell } from "../../../electron/model/run-line/powershell.ts";
import { joinFor, type Shell, shellOf } from "../../../electron/model/run-line/shell.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { launchStrings, shellWords } from "../../strings/launch.ts";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";

/** As much of the line as anybody reads; Copy takes all of it. */
const MOST_SHOWN = 2000;

const beginningOf = (line: string) =>
  line.length > MOST_SHOWN
    ? `${line.slice(0, MOST_SHOWN)}${launchStrings.moreCharacters(line.length - MOST_SHOWN)}`
    : line;

interface RunLineBoxProps {
  readonly launch: RunLine;
  readonly platform: HostInfo["platform"];
}

const SHELLS = ["powershell", "sh"] as const;

/** The line that does the same without Isoscope, for the shell it shall be pasted into. */
export function RunLineBox({ launch, platform }: RunLineBoxProps) {
  const [shell, setShell] = useState<Shell>(shellOf(platform));
  const words = dockerRunWords(launch, platform);
  const line = words && joinFor(shell, words);
  return (
    <section className="run-line-box" aria-label={launchStrings.sameAs}>
      <div className="aside-line">
        <b className="aside-title">{launchStrings.sameAs}</b>
        {line !== null && (
          <>
            <select
              className="shell-choice"
              aria-label={launchStrings.quotedFor}
              title={launchStrings.quotedFor}
              value={shell}
              onChange={({ target }) => setShell(target.value === "sh" ? "sh" : "powershell")}
            >
              {SHELLS.map((one) => (
                <option key={one} value={one}>
                  {shellWords[one]}
                </option>
              ))}
            </select>
            <CopyTextButton appearance="subtle" text={() => line} words={launchStrings.copyLine} />
          </>
        )}
      </div>
      {line === null ? (
        <span className="dim small">
          {isLayerPath(launch.image) ? launchStrings.noImageLine : launchStrings.noDockerLine}
        </span>
      ) : (
        <code className="run-line mono">{beginningOf(line)}</code>
      )}
      {shell === "powershell" && words?.some(losesInOldPowerShell) && (
        <span className="dim small">{launchStrings.oldPowerShell}</span>
      )}
    </section>
  );
}
