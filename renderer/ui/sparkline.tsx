import { SAMPLES } from "../engine/usage-track.ts";

const WIDTH = 56;
const HEIGHT = 16;
/** A flat line at 3 % must not look like a busy one: the scale never goes below this many percent. */
const LEAST_TOP = 25;

/** Points of the line, newest at the right edge; the scale is the largest sample, but at least a quarter of a CPU. */
export function sparkPoints(samples: readonly number[]): string {
  const top = Math.max(LEAST_TOP, ...samples);
  const step = WIDTH / (SAMPLES - 1);
  const left = WIDTH - (samples.length - 1) * step;
  return samples
    .map((sample, i) => {
      const y = HEIGHT - 1.5 - (Math.max(0, sample) / top) * (HEIGHT - 3);
      return `${(left + i * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(" ");
}

/** A picture of the last samples; the number beside it is the text. */
export function Sparkline({ samples }: { readonly samples: readonly number[] }) {
  return (
    <svg
      className="sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <path d={`M0 ${HEIGHT - 0.5}h${WIDTH}`} stroke="var(--colorNeutralStroke2)" />
      {samples.length > 1 && (
        <polyline
          points={sparkPoints(samples)}
          fill="none"
          stroke="var(--colorNeutralForeground3)"
          strokeWidth="1.2"
        />
      )}
    </svg>
  );
}
