/** Bytes, of a whole process. */
export interface SmapsRollup {
  readonly privateBytes: number;
  readonly proportionalBytes: number;
}

/** Reads `/proc/PID/smaps_rollup`; null for a text without its lines, as the kernel gives for a process without memory. */
export function parseSmapsRollup(text: string): SmapsRollup | null {
  const [clean, dirty, proportional] = ["Private_Clean", "Private_Dirty", "Pss"].map((name) =>
    kibOf(text, name),
  );
  if (clean == null || dirty == null || proportional == null) return null;
  return { privateBytes: (clean + dirty) * 1024, proportionalBytes: proportional * 1024 };
}

function kibOf(text: string, name: string): number | null {
  const digits = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
