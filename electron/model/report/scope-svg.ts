import type { ScopePicture } from "../../contract/report.ts";
import { type Html, join, NOTHING } from "./html.ts";
import { reportWords } from "./report-words.ts";
import { gutterSvg } from "./scope-gutter-svg.ts";
import { COLUMNS, paneHeight, ROW, rowY } from "./scope-layout.ts";
import { slabsSvg } from "./scope-slabs-svg.ts";
import { type Drawing, label, rect } from "./svg.ts";

const MOST_NAME = 30;

/** Both panes, what is between them and what they stand on. */
export function scopeSvg(picture: ScopePicture): Drawing {
  const height = paneHeight(picture);
  const slabs = slabsSvg(picture, height + 12);
  const behindWall = picture.hidden !== null;
  const kind = behindWall ? "hyperv" : "process";
  const shapes = join([
    behindWall ? rect("frame hyperv", 0.75, 0.75, COLUMNS.gutter - 1.5, slabs.guestBottom + 5, 8) : NOTHING,
    behindWall ? NOTHING : rect("pane process", 1, 1, COLUMNS.gutter - 2, height - 2, 8),
    rect("pane", COLUMNS.host + 0.5, 1, COLUMNS.end - COLUMNS.host - 1.5, height - 2, 8),
    paneHead(picture.inside, 14, COLUMNS.gutter - 14),
    paneHead(picture.host, COLUMNS.host + 14, COLUMNS.end - 14),
    insideRows(picture, kind),
    hostRows(picture, kind),
    gutterSvg(picture, height),
    slabs.shapes,
  ]);
  return { width: COLUMNS.end, height: slabs.bottom + 2, shapes };
}

const paneHead = ({ title, source }: ScopePicture["inside"], left: number, right: number): Html =>
  join([label("strong", left, 25, title), label("dim small end", right, 25, source, 28)]);

/** The number stands at the gutter, where links end. */
function insideRows({ inside }: ScopePicture, kind: string): Html {
  const rows = inside.rows.map(({ pid, name, mark }, index) => {
    const y = rowY(index);
    const main = mark === "main";
    return join([
      main ? rect(`row ${kind}`, 8, y - 15, COLUMNS.gutter - 16, ROW - 2, 4) : NOTHING,
      label(main ? "mono strong" : "mono", 16, y, name, MOST_NAME),
      label(main ? "mono strong end" : "mono end", COLUMNS.gutter - 16, y, pid),
    ]);
  });
  return join([...rows, moreRow(inside, 16)]);
}

function hostRows({ host, hidden }: ScopePicture, kind: string): Html {
  const rows = host.rows.map(({ pid, name, mark }, index) => {
    const y = rowY(index);
    const main = mark === "main";
    return join([
      main
        ? rect(`row ${kind}`, COLUMNS.host + 8, y - 15, COLUMNS.end - COLUMNS.host - 16, ROW - 2, 4)
        : NOTHING,
      label(main ? "mono strong" : "mono", COLUMNS.host + 16, y, pid),
      label(main ? "mono strong" : "mono", COLUMNS.host + 92, y, name, MOST_NAME),
    ]);
  });
  return join([...rows, moreRow(host, COLUMNS.host + 16), hidden === null ? NOTHING : opaque(host, hidden)]);
}

const moreRow = ({ rows, more }: ScopePicture["inside"], x: number): Html =>
  more === 0 ? NOTHING : label("dim small", x, rowY(rows.length), reportWords.more(more));

/** Where the rows would be, if the host could see them: under the worker process, which is the VM from outside. */
function opaque({ rows, more }: ScopePicture["host"], hidden: number): Html {
  const top = rowY(rows.length + (more > 0 ? 1 : 0)) - 14;
  const left = COLUMNS.host + 8;
  const width = COLUMNS.end - COLUMNS.host - 16;
  return join([
    rect("opaque hyperv", left, top, width, 62, 6),
    rect("plate", left + 14, top + 10, 190, 42, 4),
    label("strong", left + 24, top + 28, reportWords.opaqueTitle),
    label("small", left + 24, top + 45, reportWords.opaqueText(hidden)),
  ]);
}
