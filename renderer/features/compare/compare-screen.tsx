import { LiveStatus } from "../../app/live-status.tsx";
import { ScreenFrame } from "../../app/screen-frame.tsx";

export function CompareScreen() {
  return (
    <ScreenFrame title="Compare" statusLeft={<LiveStatus />}>
      <div className="page-head">
        <h1>Compare</h1>
      </div>
    </ScreenFrame>
  );
}
