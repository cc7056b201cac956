import { Button } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { SlidePlayRegular } from "@fluentui/react-icons/svg/slide-play";
import { useState } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import { shownName } from "../../../electron/model/format.ts";
import { CONTAINERS, navigate } from "../../app/router.ts";
import type { Words } from "../../app/words.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { copyText } from "../../ui/copy-text.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";
import { Segments } from "../../ui/segments.tsx";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import { shortImage } from "../containers/image-name.ts";
import { ExportButton } from "../report/export-button.tsx";
import type { ReportSubject } from "../report/report-subject.ts";

interface ScopeHeadProps {
  readonly container: Container;
  readonly words: Words;
  readonly hostCount: number | null;
  /** Null while there is nothing to copy. */
  readonly evidence: (() => string) | null;
  /** Null while there is nothing to report. */
  readonly report: ReportSubject | null;
  /** Null while there is nothing to present. */
  readonly onPresent: (() => void) | null;
}

export function ScopeHead({ container, words, hostCount, evidence, report, onPresent }: ScopeHeadProps) {
  const order = usePreferences((preferences) => preferences.hostRowOrder);
  const [copied, setCopied] = useState(false);
  const { isolation } = container;
  return (
    <div className="page-head">
      <Button
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        aria-label={scopeStrings.back}
        title={scopeStrings.back}
        onClick={() => navigate(CONTAINERS)}
      />
      <h1 className="ellipsis scope-name" title={container.name}>
        {shownName(container.name)}
      </h1>
      {isolation && <IsoBadge isolation={isolation} word={words.isolation[isolation]} boxed />}
      <span
        className="dim small ellipsis"
        title={[container.image.ref, container.command].filter(Boolean).join(", ")}
      >
        {shortImage(container.image.ref)}
        {container.image.ref && container.command && ", "}
        <span className="mono">{container.command}</span>
      </span>
      <span className="grow" />
      <Segments
        label={scopeStrings.hostRows}
        value={order}
        onChange={(value) => setPreferences({ hostRowOrder: value })}
        options={[
          { value: "related" as const, content: scopeStrings.relatedFirst },
          { value: "all" as const, content: hostCount === null ? "All" : scopeStrings.all(hostCount) },
        ]}
      />
      <Button
        appearance="subtle"
        className="copy-evidence"
        icon={<CopyRegular />}
        disabled={evidence === null}
        onClick={() => {
          if (evidence) void copyText(evidence()).then(setCopied);
        }}
        onBlur={() => setCopied(false)}
      >
        <span aria-live="polite">{copied ? scopeStrings.copied : scopeStrings.copyEvidence}</span>
      </Button>
      <ExportButton subject={report} />
      <Button
        className="present"
        icon={<SlidePlayRegular />}
        title={scopeStrings.presentTitle}
        disabled={onPresent === null}
        onClick={() => onPresent?.()}
      >
        {scopeStrings.present}
      </Button>
    </div>
  );
}
