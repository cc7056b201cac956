import { Button } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { presenterStrings } from "../../strings/presenter.ts";
import { copyText } from "../../ui/copy-text.ts";
import type { StepCommand } from "./step-command.ts";

/** From this length on a command is set smaller, so that it stays on two lines at most. */
const LONG = 72;

/** The real command of a step, to be copied as it stands; or words, where a terminal has none. */
export function CommandBar({ command }: { readonly command: StepCommand }) {
  const [copied, setCopied] = useState(false);
  if ("words" in command) return <p className="stage-command words">{command.words}</p>;
  const { prompt, line, runnable } = command;
  const label = copied ? presenterStrings.copied : presenterStrings.copy;
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields
    <div
      role="group"
      aria-label={presenterStrings.command}
      className={line.length > LONG ? "stage-command long" : "stage-command"}
    >
      <span className="prompt" aria-hidden="true">
        {prompt}
      </span>
      <code>{line}</code>
      {runnable && (
        <Button
          appearance="subtle"
          icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
          aria-label={label}
          title={label}
          onClick={() => void copyText(line).then(setCopied)}
          onBlur={() => setCopied(false)}
        />
      )}
    </div>
  );
}
