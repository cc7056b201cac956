import { create } from "zustand";

/** How often each isolation may be run. */
export const RUN_COUNTS = [1, 5, 10] as const;
export type RunCount = (typeof RUN_COUNTS)[number];

/** What a person has typed on the Compare screen; null is untouched, and then what the host offers is shown. */
export interface CompareForm {
  readonly image: string | null;
  readonly command: string | null;
  readonly runs: RunCount;
  readonly keep: boolean;
}

const EMPTY: CompareForm = { image: null, command: null, runs: 5, keep: false };

export const useCompareForm = create<CompareForm>()(() => EMPTY);

export function setCompareForm(change: Partial<CompareForm>): void {
  useCompareForm.setState(change);
}

export function resetCompareForm(): void {
  useCompareForm.setState(EMPTY);
}
