import { Button } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import type { Risk } from "../../../electron/model/holes.ts";
import type { Posture, PostureRemedy } from "../../../electron/model/posture.ts";
import { postureText } from "../../strings/boundary.ts";
import { postureMeaning, postureReason, remedyButton, whyWord } from "../../strings/posture.ts";

const ICONS = {
  low: <CheckmarkCircleRegular />,
  medium: <WarningRegular />,
  high: <ErrorCircleRegular />,
} as const;

interface PostureNoteProps {
  readonly posture: Posture;
  readonly onRemedy: (remedy: PostureRemedy) => void;
}

/** What the boundary comes to, and the one step that makes it better. */
export function PostureNote({ posture, onRemedy }: PostureNoteProps) {
  const [why, setWhy] = useState(false);
  const { worst, remedy } = posture;
  const risk: Risk = worst?.risk ?? "low";
  const reason = postureReason(posture);
  return (
    <div className="posture-note">
      <div role="status">
        <b className="posture-title">
          <span className={`posture-icon risk-${risk}`}>{ICONS[risk]}</span>
          {postureText(posture)}
        </b>
        <p className="dim small">{postureMeaning(posture)}</p>
        {why && reason !== null && <p className="dim small">{reason}</p>}
      </div>
      {(remedy !== null || reason !== null) && (
        <div className="posture-actions">
          {remedy !== null && worst !== null && (
            <Button size="small" onClick={() => onRemedy(remedy)}>
              {remedyButton(remedy, worst)}
            </Button>
          )}
          {reason !== null && (
            <Button size="small" appearance="subtle" aria-expanded={why} onClick={() => setWhy(!why)}>
              {whyWord}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
