import type { DecisionRow } from "./decision-row.ts";
import { LINUX_ROWS } from "./linux-rows.ts";
import { SHARED_ROWS } from "./shared-rows.ts";
import { WINDOWS_FITTING_ROWS } from "./windows-fitting-rows.ts";
import { WINDOWS_HYPERV_ROWS } from "./windows-hyperv-rows.ts";
import { WINDOWS_PROCESS_ROWS } from "./windows-process-rows.ts";
import { WINDOWS_ROWS } from "./windows-rows.ts";

/** Every rule of compatibility there is. For one host and isolation the first row that holds speaks. */
export const DECISION_TABLE: readonly DecisionRow[] = [
  ...SHARED_ROWS,
  ...WINDOWS_ROWS,
  ...WINDOWS_HYPERV_ROWS,
  ...WINDOWS_PROCESS_ROWS,
  ...WINDOWS_FITTING_ROWS,
  ...LINUX_ROWS,
];
