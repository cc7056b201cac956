import { type Hole, isCounted, type Risk } from "../../../../electron/model/holes.ts";
import { launchStrings } from "../../../strings/launch.ts";

interface PreviewHolesProps {
  readonly holes: readonly Hole[];
  /** Where the lines begin and end, where the rings hang on them, and between which heights. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly top: number;
  readonly bottom: number;
}

/** As many rings as have room. */
const MOST = 3;
const ORDER: Readonly<Record<Risk, number>> = { high: 0, medium: 1, low: 2 };

interface Ring {
  readonly text: string;
  readonly risk: Risk;
}

/** A line through the wall for each hole, with its number from the list. */
export function PreviewHoles({ holes, from, to, at, top, bottom }: PreviewHolesProps) {
  const rings = ringsOf(holes);
  const step = Math.min((bottom - top) / Math.max(1, rings.length - 1), 21);
  return rings.map(({ text, risk }, index) => {
    const y = top + index * step;
    return (
      <g key={text} className={`hole-ring risk-${risk}`}>
        <path d={`M${from} ${y}H${to}`} />
        <circle cx={at} cy={y} r="8.5" />
        <text x={at} y={y + 4}>
          {text}
        </text>
      </g>
    );
  });
}

/** All of them, or the worst and how many more there are. */
function ringsOf(holes: readonly Hole[]): readonly Ring[] {
  const numbered = holes
    .filter(isCounted)
    .map(({ risk }, index): Ring => ({ text: String(index + 1), risk }));
  if (numbered.length <= MOST) return numbered;
  const worst = numbered.toSorted((a, b) => ORDER[a.risk] - ORDER[b.risk]).slice(0, MOST - 1);
  const drawn = numbered.filter((ring) => worst.includes(ring));
  return [...drawn, { text: launchStrings.further(numbered.length - drawn.length), risk: "low" }];
}
