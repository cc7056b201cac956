import { doctorStrings } from "../../strings/doctor.ts";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";

interface CommandLineProps {
  /** What it is for, for those who hear only the button. */
  readonly title: string;
  readonly command: string;
}

/** A command to type in a terminal, with a button that copies it. */
export function CommandLine({ title, command }: CommandLineProps) {
  return (
    <div className="command-line">
      <code className="mono">{command}</code>
      <CopyTextButton
        text={() => command}
        label={doctorStrings.copyCommandOf(title)}
        words={{
          copy: doctorStrings.copyCommand,
          copied: doctorStrings.copied,
          refused: doctorStrings.refused,
        }}
      />
    </div>
  );
}
