import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { containersStrings } from "../../strings/containers.ts";
import { errorText } from "../../strings/errors.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { openLaunchOf } from "../../ui-state/surfaces.ts";
import { type ContainerRow, capabilityOf } from "../containers/container-row.ts";
import { useControl } from "../containers/control.ts";

/** Why the container failed and what to do: start it again where that can help, or launch its image another way. */
export function DetailsFailure({ row }: { readonly row: ContainerRow }) {
  const control = useControl();
  const { failure, name, image } = row.container;
  if (!failure) return null;
  const { title, cause, next, raw } = errorText(failure);
  const unfit = failure.code === "os-mismatch" || failure.code === "unsupported";
  const again = !unfit && capabilityOf(row, "start").can;
  return (
    <div className="details-failure">
      <TroubleBar
        intent="error"
        title={title}
        raw={raw}
        actions={
          <>
            {again && (
              <Button
                size="small"
                icon={<ArrowClockwiseRegular />}
                onClick={() => control({ key: row.key, name, action: "start" })}
              >
                {containersStrings.startAgain}
              </Button>
            )}
            <Button size="small" icon={<PlayRegular />} onClick={() => openLaunchOf(image.ref)}>
              {containersStrings.launchAgain}
            </Button>
          </>
        }
      >
        {cause} {next}
      </TroubleBar>
    </div>
  );
}
