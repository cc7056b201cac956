import type { HostInfo } from "../../contract/contract.ts";
import type { EngineStatus } from "../../contract/engine.ts";
import type { ScopePicture } from "../../contract/report.ts";
import type { Kernel, Scope } from "../../contract/scope.ts";
import { engineName } from "../engine-name.ts";
import type { ProcessRow } from "../process-columns.ts";
import type { Words } from "../words.ts";
import { bootedText } from "./kernel-facts.ts";
import { reportWords } from "./report-words.ts";
import { hostOrder, insideOrder, type Ordered } from "./row-order.ts";

/** As many rows as a picture holds on either side. */
const MOST_ROWS = 10;

interface PictureContext {
  readonly engine: EngineStatus | undefined;
  readonly platform: HostInfo["platform"];
}

/** What of both sides is drawn: the first rows, their links, the wall, and what they stand on. */
export function scopePicture(scope: Scope, words: Words, { engine, platform }: PictureContext): ScopePicture {
  const inside = insideOrder(scope);
  const host = hostOrder(scope);
  const behindWall = scope.isolation === "hyperv";
  const shared = !behindWall;
  return {
    kind: "scope",
    isolation: scope.isolation,
    pidWord: words.pid,
    inside: side(reportWords.inside, scope.insideSource, inside),
    host: side(reportWords.host, platform === "win32" ? "Get-Process" : "ps", host),
    links: scope.links.flatMap((link) => {
      const from = placeOf(inside, link.insidePid);
      const to = placeOf(host, link.hostPid);
      return from < 0 || to < 0 ? [] : [{ inside: from, host: to, proven: link.certainty === "proven" }];
    }),
    hidden: behindWall ? scope.inside.length : null,
    kernels: {
      verdict: scope.kernels,
      inside: slab(shared ? reportWords.kernel : reportWords.guestKernel, scope.containerKernel),
      host: slab(shared ? reportWords.kernel : reportWords.hostKernel, scope.hostKernel),
    },
    hypervisor: shared ? null : (words.hypervisor ?? (engine ? engineName(engine).name : words.vm)),
  };
}

const placeOf = (rows: readonly Ordered<ProcessRow>[], pid: number): number =>
  rows.slice(0, MOST_ROWS).findIndex(({ row }) => row.pid === pid);

function side(title: string, source: string, rows: readonly Ordered<ProcessRow>[]): ScopePicture["inside"] {
  return {
    ...{ title, source },
    rows: rows.slice(0, MOST_ROWS).map(({ row, mark }) => ({
      pid: row.pid === null ? "–" : String(row.pid),
      name: row.name.replace(/\.exe$/i, ""),
      mark,
    })),
    more: Math.max(0, rows.length - MOST_ROWS),
  };
}

const slab = (name: string, kernel: Kernel | null) => ({
  name,
  release: kernel?.release ?? reportWords.notRead,
  booted: bootedText(kernel),
});
