import { MenuGroup, MenuGroupHeader, MenuItem } from "@fluentui/react-components";
import { recordingStrings } from "../../strings/recording.ts";
import { useSessionActions } from "./session-actions.tsx";

/** The part of the host's menu that is about recordings. */
export function SessionItems() {
  return (
    <MenuGroup>
      <MenuGroupHeader>{recordingStrings.group}</MenuGroupHeader>
      {useSessionActions().map(({ id, label, icon, run }) => (
        <MenuItem key={id} icon={icon} onClick={run}>
          {label}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
