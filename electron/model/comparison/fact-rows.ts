import type { LaneFacts } from "../../contract/compare.ts";
import type { LaneSummary } from "../compare-summary.ts";
import { formatDateTime, formatDuration, UNKNOWN } from "../format.ts";
import { buildOf } from "../windows-builds.ts";
import type { Words } from "../words.ts";
import { NOT_MEASURED } from "./compare-words.ts";
import {
  bothRow,
  cell,
  type LanePair,
  row,
  said,
  unknown,
  type VerdictCell,
  type VerdictRow,
} from "./verdict-row.ts";
import { verdictStrings } from "./verdict-words.ts";

type Pick = (facts: LaneFacts) => VerdictCell;

/** What both sides showed: PIDs, rows and kernels. A lane that was not looked at stays unknown. */
export function factRows(lanes: LanePair, words: Words, windows: boolean): readonly VerdictRow[] {
  const { process, hyperv } = lanes;
  const a = process.facts;
  const b = hyperv.facts;
  const of = (pick: Pick) => (lane: LaneSummary) => (lane.facts ? pick(lane.facts) : unknown(NOT_MEASURED));
  const facts = (
    id: string,
    measure: string,
    pick: Pick,
    difference: string,
    decisive = false,
  ): VerdictRow => ({
    ...bothRow(id, measure, lanes, of(pick)),
    difference: a && b ? difference : UNKNOWN,
    decisive: decisive && a !== null && b !== null,
  });
  const program = (a ?? b)?.program ?? "";
  const apart = a && b ? bootsApart(a, b) : null;
  return [
    facts("pid", verdictStrings.pidInside, (one) => pidCell(one, words), verdictStrings.unrelated),
    facts("search", verdictStrings.search(program, windows), searchCell, searchVerdict(a, b), true),
    facts("sees", verdictStrings.sees, seesCell, a && b ? verdictStrings.rows(a.hostRows, b.hostRows) : ""),
    facts("kernel", verdictStrings.kernel(windows), kernelCell, kernelVerdict(a, b), true),
    facts(
      "booted",
      verdictStrings.booted,
      bootedCell,
      apart === null ? UNKNOWN : verdictStrings.apart(formatDuration(apart)),
    ),
    ...(windows && (a ?? b) ? [otherBuildRow((a ?? b)?.hostKernel.release ?? "")] : []),
  ];
}

function pidCell({ pidInside, pidOnHost, why }: LaneFacts, words: Words): VerdictCell {
  if (pidInside === null) return unknown(why ?? "");
  return cell(String(pidInside), pidOnHost === null ? "" : verdictStrings.onHost(words.pid, pidOnHost));
}

function searchCell({ search, program, pidInside, why }: LaneFacts): VerdictCell {
  if (pidInside === null) return unknown(why ?? "");
  const others = search.others === 0 ? "" : verdictStrings.others(search.others);
  if (search.own.length > 0) return cell(`${search.own.join(" ")} ${program}`, others);
  return cell(search.others === 0 ? verdictStrings.notFound : verdictStrings.notIts, others);
}

const isVisible = ({ search }: LaneFacts): boolean => search.own.length > 0;
const visibility = (facts: LaneFacts): string =>
  isVisible(facts) ? verdictStrings.visible : verdictStrings.hidden;

function searchVerdict(a: LaneFacts | null, b: LaneFacts | null): string {
  if (!a || !b || a.pidInside === null || b.pidInside === null) return UNKNOWN;
  return `${visibility(a)} / ${visibility(b).toLowerCase()}`;
}

function seesCell({ worker, hostRows }: LaneFacts): VerdictCell {
  if (worker) return cell(`${worker.name} ${worker.pid}`, verdictStrings.besides(hostRows - 1));
  if (hostRows === 0) return unknown(verdictStrings.notSeen);
  return said(verdictStrings.ownRows(hostRows));
}

function kernelCell({ containerKernel, kernels }: LaneFacts): VerdictCell {
  if (!containerKernel) return unknown(verdictStrings.notRead);
  return cell(containerKernel.release, verdictStrings.whose[kernels]);
}

function kernelVerdict(a: LaneFacts | null, b: LaneFacts | null): string {
  if (!a || !b) return UNKNOWN;
  const first = verdictStrings.kernels[a.kernels];
  return `${first} / ${verdictStrings.kernels[b.kernels].toLowerCase()}`;
}

function bootedCell({ containerKernel }: LaneFacts): VerdictCell {
  const at = containerKernel?.bootedAt ?? null;
  return at === null ? unknown(verdictStrings.notRead) : cell(formatDateTime(at));
}

function bootsApart(a: LaneFacts, b: LaneFacts): number | null {
  const [first, second] = [a.containerKernel?.bootedAt ?? null, b.containerKernel?.bootedAt ?? null];
  return first === null || second === null ? null : Math.abs(second - first);
}

/** A rule and not a measurement: with process isolation image and host have to be of one build. */
function otherBuildRow(release: string): VerdictRow {
  const build = buildOf(release) ?? release;
  const { measure, process, hyperv, difference } = verdictStrings.otherBuild(String(build));
  return { ...row("other-build", measure, said(process), said(hyperv), difference), decisive: true };
}
