import type { HostInfo } from "../../contract/contract.ts";
import { summarise } from "../../contract/failure.ts";
import type { ReportSection } from "../../contract/report.ts";
import type { Scope } from "../../contract/scope.ts";
import { formatDateTime } from "../format.ts";
import { type ProcessRow, processColumns } from "../process-columns.ts";
import { reportWords } from "./report-words.ts";
import { hostOrder, insideOrder, type Ordered } from "./row-order.ts";

type Platform = HostInfo["platform"];

/** The rows inside, in the columns of the tool they were read with: the container's command first. */
export function insideTable(scope: Scope, platform: Platform): ReportSection {
  const { insideAt, insideSource, insideError } = scope;
  const read = insideAt === null ? "" : reportWords.readWith(insideSource, formatDateTime(insideAt));
  const trouble = insideError ? `${reportWords.insideUnread} ${summarise(insideError)}` : "";
  return table(reportWords.inside, `${read} ${trouble}`.trim(), insideOrder(scope), {
    platform,
    side: "inside",
  });
}

/** The host's rows that belong to the container, in the columns of the host's own tool. */
export function hostTable(scope: Scope, platform: Platform): ReportSection {
  const { related, relatedEvidence, hostCount, hostAt } = scope;
  const belongs =
    related.length === 0 ? reportWords.hostHas(hostCount) : reportWords.hostRows(related.length, hostCount);
  const source = platform === "win32" ? "Get-Process" : "ps";
  const caption = [
    belongs,
    ...(relatedEvidence ? [`${relatedEvidence}.`] : []),
    reportWords.readWith(source, formatDateTime(hostAt)),
  ];
  return table(reportWords.host, caption.join(" "), hostOrder(scope), { platform, side: "host" });
}

function table(
  title: string,
  caption: string,
  rows: readonly Ordered<ProcessRow>[],
  of: { readonly platform: Platform; readonly side: "inside" | "host" },
): ReportSection {
  const columns = processColumns(of.platform, of.side);
  return {
    ...{ kind: "table", title, caption },
    columns: columns.map((column) => ({ title: column.short ?? column.title, numeric: column.numeric })),
    rows: rows.map(({ row, mark }) => ({ mark, cells: columns.map((column) => column.text(row)) })),
  };
}
