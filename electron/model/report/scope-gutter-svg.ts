import type { ScopePicture } from "../../contract/report.ts";
import { type Html, html, join, NOTHING } from "./html.ts";
import { reportWords } from "./report-words.ts";
import { COLUMNS, rowY } from "./scope-layout.ts";
import { label, line, rect } from "./svg.ts";

const MIDDLE = (COLUMNS.gutter + COLUMNS.host) / 2;
const WALL = 16;

/** Links under a namespace, which can be looked through; a wall in front of a VM, which cannot. */
export const gutterSvg = (picture: ScopePicture, height: number): Html =>
  picture.hidden === null ? linksSvg(picture, height) : wallSvg(picture, height);

function linksSvg({ inside, host, links }: ScopePicture, height: number): Html {
  const drawn = links.map((link) => {
    const [from, to] = [rowY(link.inside) - 5, rowY(link.host) - 5];
    const main = inside.rows[link.inside]?.mark === "main";
    const same = inside.rows[link.inside]?.pid === host.rows[link.host]?.pid;
    const classes = `link ${link.proven ? "" : "likely"} ${main ? "main" : ""}`;
    return join([
      line(classes, COLUMNS.gutter, from, COLUMNS.host, to),
      main ? ring((from + to) / 2, link.proven ? (same ? "=" : "→") : "?") : NOTHING,
    ]);
  });
  return join([
    line("namespace", MIDDLE, 32, MIDDLE, height),
    label("dim small middle", MIDDLE, 22, reportWords.namespaceLine),
    ...drawn,
  ]);
}

const ring = (y: number, sign: string): Html =>
  join([
    html`<circle class="ring" cx="${MIDDLE}" cy="${y}" r="12"/>
`,
    label("strong middle", MIDDLE, y + 5, sign),
  ]);

/** Each number inside ends at the wall. No line leads from a process to the worker: lines mean "the same process". */
function wallSvg({ inside, host }: ScopePicture, height: number): Html {
  const left = MIDDLE - WALL / 2;
  const stubs = inside.rows.map((_, index) => {
    const y = rowY(index) - 5;
    return join([
      line("stub", COLUMNS.gutter, y, left - 4, y),
      line("stub", left - 4, y - 5, left - 4, y + 5),
    ]);
  });
  const worker = host.rows.findIndex(({ mark }) => mark === "main");
  return join([
    label("dim small middle", MIDDLE, 22, reportWords.wall),
    rect("wall hyperv", left, 32, WALL, height - 34, 2),
    ...stubs,
    worker < 0
      ? NOTHING
      : rect("joint hyperv", left + WALL, rowY(worker) - 9, COLUMNS.host + 8 - left - WALL, 8),
  ]);
}
