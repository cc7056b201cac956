import { useHost } from "../../engine/host-context.tsx";
import { openRecorded } from "../../ui-state/surfaces.ts";

/** Ends the recording under way and asks what shall become of it. Does nothing where another window has done so. */
export function useStopRecording(): () => void {
  const { client } = useHost();
  return () => void client.call("recording.stop", {}).then(openRecorded, () => {});
}
