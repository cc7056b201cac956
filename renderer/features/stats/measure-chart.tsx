import { lazy, Suspense, useMemo } from "react";
import type { StatsSample } from "../../../electron/contract/stats.ts";
import { statsStrings } from "../../strings/stats.ts";
import { latestOf, type MeasureView, valueText } from "./measures.ts";
import { overall, type SeriesId } from "./moment.ts";
import type { PlotFrame } from "./plot.tsx";
import { plotData } from "./plot-data.ts";
import { scaleTop } from "./scale-top.ts";
import type { StatsView } from "./stats-view.ts";
import { useLook } from "./use-look.ts";

const Plot = lazy(async () => ({ default: (await import("./plot.tsx")).Plot }));

interface MeasureChartProps {
  readonly measure: MeasureView;
  readonly view: StatsView;
  readonly latest: StatsSample;
  /** Which time is shown, in words. */
  readonly span: string;
}

/** One measure: its newest figures as text, and its lines; or why there are none. */
export function MeasureChart({ measure, view, latest, span }: MeasureChartProps) {
  const look = useLook();
  const name = statsStrings.measures[measure.id];
  const frame = useFrame(measure, view, latest.everyMs);
  const source = latest.sources[measure.id];
  const never = !source.known && measure.series.every((id) => overall(view.moments, id) === null);
  return (
    <section className="stats-measure" aria-label={name}>
      <h3>
        {name}
        {measure.id === "cpu" && <span className="stats-unit">{statsStrings.cpuUnit}</span>}
      </h3>
      <Now measure={measure} latest={latest} />
      {never ? (
        <p className="stats-none">{source.text}</p>
      ) : (
        <Suspense fallback={<div className="stats-plot" />}>
          <Plot key={look} frame={frame} label={statsStrings.chartOf(name, span)} />
        </Suspense>
      )}
    </section>
  );
}

/** The figures of this moment; with two lines also which is which. */
function Now({ measure, latest }: Pick<MeasureChartProps, "measure" | "latest">) {
  const text = (id: SeriesId) => valueText(measure.unit, latestOf(latest, id));
  const [first] = measure.series;
  if (measure.series.length === 1 && first) return <p className="stats-now">{text(first)}</p>;
  return (
    <p className="stats-now pair">
      {measure.series.map((id, i) => (
        <span key={id}>
          <span className={i === 0 ? "stats-key" : "stats-key dashed"} aria-hidden="true" />
          <span className="stats-of">{statsStrings.series[id]}</span> {text(id)}
        </span>
      ))}
    </p>
  );
}

function useFrame(measure: MeasureView, view: StatsView, everyMs: number): PlotFrame {
  return useMemo(() => {
    const most = Math.max(0, ...measure.series.map((id) => overall(view.moments, id)?.most ?? 0));
    return {
      data: plotData(view.moments, measure.series, everyMs),
      from: view.from / 1000,
      until: view.until / 1000,
      labels: view.labels,
      top: scaleTop(measure.unit, most),
      text: (value) => axisText(measure, value),
    };
  }, [measure, view, everyMs]);
}

/** The bottom of each axis is 0 of whatever it counts. */
const axisText = ({ unit }: MeasureView, value: number): string =>
  value === 0 ? "0" : valueText(unit, value).replace(".0 ", " ");
