import { z } from "zod";

/** Left out, null or of another type: nobody told it. */
const told = z.number().nonnegative().nullish().catch(null);

const BlockEntry = z.looseObject({ op: z.string().catch(""), value: told });

const NetworkEntry = z.looseObject({ rx_bytes: told, tx_bytes: told });

/** `GET /containers/ID/stats`: what Isoscope uses of its two shapes, Linux's and Windows's. */
export const StatsAnswer = z.looseObject({
  /** When the daemon read it; year 1 when the container does not run. */
  read: z.string().catch(""),
  cpu_stats: z.looseObject({ cpu_usage: z.looseObject({ total_usage: told }).nullish() }).nullish(),
  memory_stats: z
    .looseObject({
      usage: told,
      stats: z.looseObject({ inactive_file: told, total_inactive_file: told }).nullish().catch(null),
      privateworkingset: told,
    })
    .nullish(),
  networks: z.record(z.string(), NetworkEntry).nullish().catch(null),
  /** podman's older name for one network. */
  network: z.record(z.string(), NetworkEntry).nullish().catch(null),
  blkio_stats: z
    .looseObject({ io_service_bytes_recursive: z.array(BlockEntry).nullish().catch(null) })
    .nullish(),
  storage_stats: z.looseObject({ read_size_bytes: told, write_size_bytes: told }).nullish(),
});
export type StatsAnswer = z.output<typeof StatsAnswer>;
