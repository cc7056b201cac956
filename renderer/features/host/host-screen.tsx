import { LiveStatus } from "../../app/live-status.tsx";
import { ScreenFrame } from "../../app/screen-frame.tsx";

interface HostScreenProps {
  /** Key of the container whose rows alone are shown. */
  readonly container: string | null;
  readonly find: string;
}

export function HostScreen(_props: HostScreenProps) {
  return (
    <ScreenFrame title="Host" statusLeft={<LiveStatus />}>
      <div className="page-head">
        <h1>Host</h1>
      </div>
    </ScreenFrame>
  );
}
