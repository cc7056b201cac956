import { Button, type ButtonProps } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { copyText } from "./copy-text.ts";

interface CopyTextButtonProps {
  /** Asked for when the button is pressed. */
  readonly text: () => string;
  readonly words: { readonly copy: string; readonly copied: string; readonly refused: string };
  /** What is copied, where the button alone does not say it. */
  readonly label?: string;
  readonly className?: string;
  readonly appearance?: ButtonProps["appearance"];
}

/** Copies a text; the button says for itself how that went, until it is left. */
export function CopyTextButton({ text, words, label, className, appearance }: CopyTextButtonProps) {
  const [said, setSaid] = useState<"copy" | "copied" | "refused">("copy");
  const copy = async () => setSaid((await copyText(text())) ? "copied" : "refused");
  return (
    <Button
      {...(className !== undefined && { className })}
      {...(appearance !== undefined && { appearance })}
      {...(label !== undefined && said === "copy" && { "aria-label": label })}
      size="small"
      icon={<CopyRegular />}
      onClick={() => void copy()}
      onBlur={() => setSaid("copy")}
    >
      <span role="status">{words[said]}</span>
    </Button>
  );
}
