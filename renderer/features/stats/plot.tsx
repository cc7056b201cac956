import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { PlotData } from "./plot-data.ts";
import { plotOptions } from "./plot-options.ts";

/** What a plot shows at this moment; its axes ask for it anew at each drawing. */
export interface PlotFrame {
  readonly data: PlotData;
  /** Seconds since the Unix epoch. */
  readonly from: number;
  readonly until: number;
  readonly labels: readonly [string, string, string];
  readonly top: number;
  readonly text: (value: number) => string;
}

interface PlotProps {
  readonly frame: PlotFrame;
  /** What the picture is of, in words; its figures stand in the table. */
  readonly label: string;
}

/** The lines of one chart. Made once; what changes is drawn into it. */
export function Plot({ frame, label }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const current = useRef(frame);
  const plot = useRef<uPlot | null>(null);
  const lines = frame.data.length - 1;
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const made = new uPlot(
      plotOptions(place, lines, () => current.current),
      current.current.data,
      place,
    );
    plot.current = made;
    const sizes = new ResizeObserver(() =>
      made.setSize({ width: place.clientWidth, height: place.clientHeight }),
    );
    sizes.observe(place);
    return () => {
      sizes.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [lines]);
  useEffect(() => {
    current.current = frame;
    plot.current?.setData(frame.data);
  }, [frame]);
  return <div ref={box} className="stats-plot" role="img" aria-label={label} />;
}
