/** Buttons and chips in a row are reached with Right and left with Left, so that the grid stays one tab stop. */
const CONTROLS = "[data-row-control]:not([disabled])";

/** Moves the focus within a row. Returns false when the key is not for it. */
export function moveInRow(row: HTMLElement, active: Element | null, key: string): boolean {
  if (key !== "ArrowRight" && key !== "ArrowLeft") return false;
  const controls = [...row.querySelectorAll<HTMLElement>(CONTROLS)];
  const at = controls.findIndex((control) => control.contains(active));
  const next = at + (key === "ArrowRight" ? 1 : -1);
  if (next < -1 || next >= controls.length) return true;
  (next < 0 ? row : controls[next])?.focus();
  return true;
}
