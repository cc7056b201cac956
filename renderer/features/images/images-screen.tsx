import { LiveStatus } from "../../app/live-status.tsx";
import { ScreenFrame } from "../../app/screen-frame.tsx";

export function ImagesScreen() {
  return (
    <ScreenFrame title="Images" statusLeft={<LiveStatus />}>
      <div className="page-head">
        <h1>Images</h1>
      </div>
    </ScreenFrame>
  );
}
