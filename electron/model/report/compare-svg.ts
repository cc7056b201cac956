import type { ComparePicture } from "../../contract/report.ts";
import { axisTicks, tickText } from "../comparison/axis.ts";
import { firstMark } from "../comparison/compare-words.ts";
import { type Html, join, NOTHING } from "./html.ts";
import { type Drawing, label, line, rect } from "./svg.ts";

const WIDTH = 960;
const LEFT = 130;
const RIGHT = 860;
const LANE = 84;
const TOP = 8;
const BAR = 26;
/** Takes a character of the 12 px face on average, px. */
const CHARACTER = 6.6;

type Lane = ComparePicture["lanes"][number];

/** Both launches on one axis: a solid mark at the first process, a dashed one when the host first had a row of it. */
export function compareSvg({ endMs, lanes }: ComparePicture): Drawing {
  const xOf = (ms: number) => LEFT + (Math.max(0, ms) / endMs) * (RIGHT - LEFT);
  const bottom = TOP + lanes.length * LANE;
  const ticks = axisTicks(endMs).map((ms) =>
    join([
      line("tick", xOf(ms), TOP, xOf(ms), bottom),
      label("dim small", xOf(ms) + 2, bottom + 16, tickText(ms)),
    ]),
  );
  const drawn = lanes.map((lane, index) => laneSvg(lane, TOP + index * LANE, xOf));
  return { width: WIDTH, height: bottom + 26, shapes: join([...ticks, ...drawn]) };
}

function laneSvg(lane: Lane, top: number, xOf: (ms: number) => number): Html {
  const y = top + 28;
  const kind = lane.isolation === "process" ? "process" : "hyperv";
  const phases = lane.phases.map(({ name, fromMs, toMs }) => {
    const [x, end] = [xOf(fromMs), xOf(toMs)];
    const fits = name.length * CHARACTER + 12 < end - x;
    return join([
      rect(`phase ${kind}`, x, y, Math.max(1, end - x), BAR, 3),
      fits ? label("small", x + 6, y + 17, name) : NOTHING,
    ]);
  });
  return join([
    label("strong", 4, y + 17, lane.word, 18),
    ...phases,
    lane.firstMs === null
      ? NOTHING
      : mark("mark", xOf(lane.firstMs), y - 8, y + BAR, firstMark(lane.firstMs), y - 6),
    lane.sight === null
      ? NOTHING
      : mark("mark dashed", xOf(lane.sight.ms), y, y + BAR + 10, lane.sight.words, y + BAR + 18),
    label("strong end", WIDTH - 4, y + 17, lane.result),
  ]);
}

/** The label stays inside the picture. */
function mark(classes: string, x: number, from: number, to: number, words: string, labelY: number): Html {
  const room = RIGHT - words.length * CHARACTER;
  return join([
    line(classes, x, from, x, to),
    label("small", Math.max(LEFT, Math.min(x + 5, room)), labelY, words),
  ]);
}
