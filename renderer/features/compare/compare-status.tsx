import type { Comparison } from "../../../electron/contract/compare.ts";
import { statusText } from "../../../electron/model/comparison/compare-words.ts";
import { formatTime } from "../../../electron/model/format.ts";
import { LiveStatus } from "../../app/live-status.tsx";
import { useLive } from "../../engine/host-context.tsx";
import { containersResource } from "../../engine/resources.ts";
import { compareStrings } from "../../strings/compare.ts";

/** How it was run, and when it ended. */
export function CompareStatus({ comparison }: { readonly comparison: Comparison | null }) {
  if (!comparison) return <LiveStatus />;
  const { spec, state, endedAt } = comparison;
  const end = endedAt === null ? "" : endWord(state)(formatTime(endedAt));
  return (
    <span className="ellipsis">
      {statusText(spec.runs)}. {end}
    </span>
  );
}

const endWord = (state: Comparison["state"]) =>
  state === "stopped" ? compareStrings.stoppedAt : compareStrings.finishedAt;

/** What is left of the test containers: nothing, unless it was asked for or could not be helped. */
export function CleanUpState({ comparison }: { readonly comparison: Comparison | null }) {
  const containers = useLive(containersResource).rows;
  if (!comparison || comparison.endedAt === null) return null;
  const kept = comparison.kept.filter(({ key }) => containers.has(key)).map(({ name }) => name);
  const left = comparison.left.map(({ name }) => name);
  if (left.length > 0) return <span>{left.map(compareStrings.notRemoved).join(" ")}</span>;
  return <span>{kept.length > 0 ? compareStrings.keptOf(kept) : compareStrings.removed}</span>;
}
