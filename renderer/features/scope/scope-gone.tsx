import { Button } from "@fluentui/react-components";
import type { Container } from "../../../electron/contract/container.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { errorText } from "../../strings/errors.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { statusWord } from "../containers/status-cell.tsx";

interface ScopeGoneProps {
  readonly container?: Container;
  readonly error?: IsoscopeError | null;
  readonly onLeave: () => void;
}

/** There is nothing to look at, and why. */
export function ScopeGone({ container, error = null, onLeave }: ScopeGoneProps) {
  const text = error ? errorText(error) : null;
  return (
    <div className="empty-state">
      <b>
        {container
          ? scopeStrings.notRunning(container.name, statusWord(container).toLowerCase())
          : scopeStrings.gone}
      </b>
      {text && (
        <span className="dim small">
          {text.title} {text.cause} {text.next}
        </span>
      )}
      <div className="empty-actions">
        <Button size="small" onClick={onLeave}>
          {scopeStrings.back}
        </Button>
      </div>
    </div>
  );
}
