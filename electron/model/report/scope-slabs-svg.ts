import type { ScopePicture } from "../../contract/report.ts";
import { type Html, join, NOTHING } from "./html.ts";
import { reportWords } from "./report-words.ts";
import { COLUMNS } from "./scope-layout.ts";
import { label, rect } from "./svg.ts";

const SLAB = 48;
const HYPERVISOR = 30;
const GAP = 10;
const MIDDLE = (COLUMNS.gutter + COLUMNS.host) / 2;

interface Slabs {
  readonly shapes: Html;
  readonly bottom: number;
  /** Where the guest's own slab ends, which stands inside the VM. */
  readonly guestBottom: number;
}

const SIGNS = { shared: "=", separate: "≠", unknown: "?" } as const;

/** What both sides stand on. One slab under both is one kernel, two slabs are two. */
export function slabsSvg({ kernels, hypervisor, hidden }: ScopePicture, top: number): Slabs {
  const { inside, host, verdict } = kernels;
  const middle = join([
    label("strong middle large", MIDDLE, top + 22, SIGNS[verdict]),
    label("small middle", MIDDLE, top + 39, reportWords.verdicts[verdict]),
  ]);
  if (hidden === null) {
    const slab = rect("slab", 0.5, top, COLUMNS.end - 1, SLAB, 4);
    return {
      shapes: join([slab, reading(inside, 14, top), reading(host, COLUMNS.host + 14, top), middle]),
      bottom: top + SLAB,
      guestBottom: top + SLAB,
    };
  }
  const below = top + SLAB + GAP + 6;
  return {
    shapes: join([
      rect("slab", 8, top, COLUMNS.gutter - 16, SLAB, 4),
      rect("slab", COLUMNS.host, top, COLUMNS.end - COLUMNS.host - 1, SLAB, 4),
      reading(inside, 20, top),
      reading(host, COLUMNS.host + 14, top),
      middle,
      hypervisor === null
        ? NOTHING
        : join([
            rect("hypervisor", 0.5, below, COLUMNS.end - 1, HYPERVISOR, 4),
            label("hypervisor-text strong", 14, below + 20, hypervisor, 90),
          ]),
    ]),
    bottom: hypervisor === null ? top + SLAB : below + HYPERVISOR,
    guestBottom: top + SLAB,
  };
}

type Kernel = ScopePicture["kernels"]["host"];

const reading = ({ name, release, booted }: Kernel, x: number, top: number): Html =>
  join([
    label("strong", x, top + 20, name),
    label("mono", x + 112, top + 20, release, 26),
    label("small dim", x, top + 38, booted, 48),
  ]);
