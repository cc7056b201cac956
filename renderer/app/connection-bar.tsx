import { Button } from "@fluentui/react-components";
import { formatTime } from "../../electron/model/format.ts";
import { useConnection, useHost, useLiveSelect } from "../engine/host-context.tsx";
import { containersResource } from "../engine/resources.ts";
import { shellStrings } from "../strings/shell.ts";
import { TroubleBar } from "../ui/trouble-bar.tsx";
import { useNow } from "../ui/use-now.ts";

/** Says that the page has lost its host, from when its data is, and when it tries again. Absent while connected. */
export function ConnectionBar() {
  const connection = useConnection();
  const { link } = useHost();
  const receivedAt = useLiveSelect(containersResource, (data) => (data.loaded ? data.receivedAt : null));
  const lost = connection.state === "lost";
  const now = useNow(lost);
  if (!lost) return null;
  const wait = connection.retryAt === null ? null : Math.ceil(Math.max(0, connection.retryAt - now) / 1000);
  return (
    <div className="bar-slot">
      <TroubleBar
        intent="warning"
        title={shellStrings.notConnected}
        actions={
          <Button size="small" disabled={wait === null} onClick={() => link.retryNow()}>
            {shellStrings.tryNow}
          </Button>
        }
      >
        {receivedAt ? `${shellStrings.lastData} ${formatTime(receivedAt)}. ` : ""}
        {wait === null ? shellStrings.tryingNow : shellStrings.nextTry(wait)}
      </TroubleBar>
    </div>
  );
}
