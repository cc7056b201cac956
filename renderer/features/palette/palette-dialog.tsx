/** Finds containers, processes and actions by name or PID. */
export function PaletteDialog() {
  return null;
}
