import { type ProcessRow, processColumns } from "../../../electron/model/process-columns.ts";
import type { HostInfo } from "../../engine/host-context.tsx";

interface EvidenceRowProps {
  readonly platform: HostInfo["platform"];
  readonly side: "inside" | "host";
  readonly row: ProcessRow;
}

/** Columns a stage has no room for; the name stands above in large type. */
const LEFT_OUT: ReadonlySet<string> = new Set(["VM(M)", "ProcessName"]);

/** The row as the platform's own tool returns it. */
export function EvidenceRow({ platform, side, row }: EvidenceRowProps) {
  const columns = processColumns(platform, side).filter(({ title }) => !LEFT_OUT.has(title));
  return (
    <table className="stage-evidence">
      <thead>
        <tr>
          {columns.map(({ title, short, numeric }) => (
            <th key={title} scope="col" className={numeric ? "numeric" : ""}>
              {short ?? title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {columns.map((column) => {
            const text = column.text(row);
            return (
              <td key={column.title} className={column.numeric ? "numeric" : "wide"} title={text}>
                {text}
              </td>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}
