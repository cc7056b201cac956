import { z } from "zod";

/** QMP `query-blockstats`, the part that counts bytes. */
const BlockStats = z.array(
  z.looseObject({
    stats: z.looseObject({ rd_bytes: z.number().nonnegative(), wr_bytes: z.number().nonnegative() }),
  }),
);

export interface DiskBytes {
  readonly read: number;
  readonly written: number;
}

/** All disks together; null when QEMU's answer is none of these. */
export function diskBytes(answer: unknown): DiskBytes | null {
  const parsed = BlockStats.safeParse(answer);
  if (!parsed.success) return null;
  const all = parsed.data.map(({ stats }) => stats);
  return {
    read: all.reduce((sum, { rd_bytes }) => sum + rd_bytes, 0),
    written: all.reduce((sum, { wr_bytes }) => sum + wr_bytes, 0),
  };
}
