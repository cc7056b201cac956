import { useMemo, useState } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import { shownName } from "../../../electron/model/format.ts";
import { useLiveSelect } from "../../engine/host-context.tsx";
import { statsStrings } from "../../strings/stats.ts";
import { Segments } from "../../ui/segments.tsx";
import type { TabProps } from "../details/tab.ts";
import { MeasureChart } from "./measure-chart.tsx";
import { MEASURES } from "./measures.ts";
import { overall, SERIES } from "./moment.ts";
import { hasGap } from "./plot-data.ts";
import { statsResource } from "./stats-resource.ts";
import { StatsSources } from "./stats-sources.tsx";
import { StatsTable } from "./stats-table.tsx";
import type { StatsTrack } from "./stats-track.ts";
import { VIEWS, type ViewId, viewOf } from "./stats-view.ts";
import "./stats.css";

/** What one container uses: four charts with the same axes for every container, and the same as a table. */
export function StatsTab({ container }: TabProps) {
  const [view, setView] = useState<ViewId>("recent");
  const track = useLiveSelect(statsResource(container.key), ({ rows }) => rows.get(container.key));
  return (
    <div className="stats">
      <Segments
        label={statsStrings.time}
        value={view}
        options={VIEWS.map((value) => ({ value, content: statsStrings[value] }))}
        onChange={setView}
      />
      {track && hasFigures(track) ? (
        <Figures track={track} view={view} />
      ) : (
        <p className="stats-none">{nothingText(container, track)}</p>
      )}
    </div>
  );
}

const hasFigures = ({ life, latest }: StatsTrack): boolean =>
  latest.gap === null || SERIES.some((id) => overall(life.points, id) !== null);

/** Why there is no chart: it does not run, nothing can be read now, or the first reading is under way. */
function nothingText({ name, state }: Container, track: StatsTrack | undefined): string {
  if (!RUNS.includes(state)) return statsStrings.notRunning(shownName(name), state);
  return track?.latest.gap ? statsStrings.gap(track.latest.gap) : statsStrings.noFigures;
}

const RUNS: readonly Container["state"][] = ["starting", "running", "paused", "stopping"];

function Figures({ track, view }: { readonly track: StatsTrack; readonly view: ViewId }) {
  const shown = useMemo(() => viewOf(track, view), [track, view]);
  const { latest } = track;
  const span = statsStrings[view];
  return (
    <>
      {latest.gap !== null && <p className="stats-gap">{statsStrings.gap(latest.gap)}</p>}
      <div className="stats-charts">
        {MEASURES.map((measure) => (
          <MeasureChart key={measure.id} measure={measure} view={shown} latest={latest} span={span} />
        ))}
      </div>
      {hasGap(shown.moments, latest.everyMs) && <p className="dim stats-note">{statsStrings.gaps}</p>}
      {view === "life" && (
        <p className="dim stats-note">{statsStrings.lifeFrom(latest.at - track.life.origin)}</p>
      )}
      <StatsTable moments={shown.moments} latest={latest} span={span} />
      <StatsSources sources={latest.sources} />
    </>
  );
}
