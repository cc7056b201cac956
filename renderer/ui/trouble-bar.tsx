import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { shellStrings } from "../strings/shell.ts";

interface TroubleBarProps {
  readonly intent: "warning" | "error";
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** The rawest text known, shown only on demand. */
  readonly raw?: string | null;
  readonly onDismiss?: () => void;
}

/** Trouble that stays until it is over or dismissed: title, cause, next step, and the raw text behind "Details". */
export function TroubleBar({ intent, title, children, actions, raw, onDismiss }: TroubleBarProps) {
  return (
    <MessageBar
      className="trouble"
      intent={intent}
      layout="singleline"
      role={intent === "error" ? "alert" : "status"}
    >
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {children}
        {raw && (
          <details className="trouble-raw">
            <summary>{shellStrings.details}</summary>
            <pre className="mono">{raw}</pre>
          </details>
        )}
      </MessageBarBody>
      <MessageBarActions
        {...(onDismiss && {
          containerAction: (
            <Button
              appearance="transparent"
              size="small"
              aria-label={shellStrings.dismiss}
              icon={<DismissRegular />}
              onClick={onDismiss}
            />
          ),
        })}
      >
        {actions}
      </MessageBarActions>
    </MessageBar>
  );
}
