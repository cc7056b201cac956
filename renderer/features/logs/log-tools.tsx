import { Button, Switch, ToggleButton } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { TextWrapRegular } from "@fluentui/react-icons/svg/text-wrap";
import { logStrings } from "../../strings/logs.ts";
import { setPreferences } from "../../ui-state/preferences.ts";

interface LogToolsProps {
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
  readonly wrap: boolean;
  readonly times: boolean;
  readonly onCopy: () => void;
  readonly onSave: () => void;
}

/** How the log is shown, and what can be done with it. */
export function LogTools({ follow, onFollow, wrap, times, onCopy, onSave }: LogToolsProps) {
  return (
    <div className="stream-tools" role="toolbar" aria-label={logStrings.options}>
      <Switch
        className="stream-switch"
        label={logStrings.follow}
        checked={follow}
        onChange={(_event, { checked }) => onFollow(checked)}
      />
      <ToggleButton
        size="small"
        appearance="subtle"
        icon={<ClockRegular />}
        checked={times}
        onClick={() => setPreferences({ logTimes: !times })}
      >
        {logStrings.times}
      </ToggleButton>
      <ToggleButton
        size="small"
        appearance="subtle"
        icon={<TextWrapRegular />}
        checked={wrap}
        onClick={() => setPreferences({ logWrap: !wrap })}
      >
        {logStrings.wrap}
      </ToggleButton>
      <span className="grow" />
      <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={onCopy}>
        {logStrings.copy}
      </Button>
      <Button size="small" appearance="subtle" icon={<ArrowDownloadRegular />} onClick={onSave}>
        {logStrings.save}
      </Button>
    </div>
  );
}
