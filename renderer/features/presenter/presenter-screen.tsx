import { LiveStatus } from "../../app/live-status.tsx";
import { ScreenFrame } from "../../app/screen-frame.tsx";

interface PresenterScreenProps {
  readonly step: number;
}

export function PresenterScreen(_props: PresenterScreenProps) {
  return (
    <ScreenFrame title="Presenter" statusLeft={<LiveStatus />}>
      <div className="page-head">
        <h1>Presenter</h1>
      </div>
    </ScreenFrame>
  );
}
