import { useEffect } from "react";
import type { HostProcess } from "../../../electron/contract/process.ts";
import { useLive } from "../../engine/host-context.tsx";
import { processesResource } from "../../engine/resources.ts";

export type ProcessRows = ReadonlyMap<string, HostProcess>;

/** Watches the host's processes while it is mounted: a palette that nobody has typed into costs no sample. */
export function ProcessFeed({ onRows }: { readonly onRows: (rows: ProcessRows) => void }) {
  const { rows } = useLive(processesResource);
  useEffect(() => onRows(rows), [rows, onRows]);
  return null;
}
