import { LiveStatus } from "../../app/live-status.tsx";
import type { SettingsPage } from "../../app/router.ts";
import { ScreenFrame } from "../../app/screen-frame.tsx";

interface SettingsScreenProps {
  readonly page: SettingsPage;
}

export function SettingsScreen(_props: SettingsScreenProps) {
  return (
    <ScreenFrame title="Settings" statusLeft={<LiveStatus />}>
      <div className="page-head">
        <h1>Settings</h1>
      </div>
    </ScreenFrame>
  );
}
