import type uPlot from "uplot";
import type { PlotFrame } from "./plot.tsx";

/** Room for the labels of the axes, px. */
const LEFT = 56;
const BELOW = 20;

/** Ink as the style sheets give it: forced colours and themes reach the canvas only this way. */
function inkOf(place: HTMLElement) {
  const style = getComputedStyle(place);
  return { strong: style.color, weak: style.outlineColor, line: style.borderTopColor };
}

/** Neutral lines on axes from 0 that are told from outside. The first line is solid, the second dashed. */
export function plotOptions(place: HTMLElement, lines: number, frame: () => PlotFrame): uPlot.Options {
  const ink = inkOf(place);
  const font = `11px ${getComputedStyle(place).fontFamily}`;
  const axis = { stroke: ink.weak, font, ticks: { show: false }, gap: 6 };
  const grid = { stroke: ink.line, width: 1 };
  return {
    width: place.clientWidth,
    height: place.clientHeight,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [frame().from, frame().until] },
      y: { range: () => [0, frame().top] },
    },
    axes: [
      {
        ...{ ...axis, size: BELOW, grid: { show: false } },
        splits: () => thirds(frame().from, frame().until),
        values: () => [...frame().labels],
      },
      {
        ...{ ...axis, size: LEFT, grid },
        splits: () => thirds(0, frame().top),
        values: (_plot, splits) => splits.map((value) => frame().text(value)),
      },
    ],
    series: [{}, ...Array.from({ length: lines }, (_, i) => lineOf(i, ink))],
  };
}

function lineOf(i: number, ink: ReturnType<typeof inkOf>): uPlot.Series {
  const look =
    i === 0 ? { stroke: ink.strong, width: 1.5 } : { stroke: ink.strong, width: 1.25, dash: [4, 3] };
  return { ...look, points: { show: false }, spanGaps: false };
}

const thirds = (from: number, until: number): number[] => [from, from + (until - from) / 2, until];
