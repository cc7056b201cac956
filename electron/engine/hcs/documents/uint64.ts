import { z } from "zod";

/** An unsigned 64-bit integer of HCS as `readJson` gives it. */
export const Uint64 = z.union([z.number().int().nonnegative(), z.bigint().nonnegative()]);
type Uint64 = z.output<typeof Uint64>;

/** As a number: beyond 2^53 the nearest one. */
export const toNumber = (value: Uint64 | undefined): number | null =>
  value === undefined ? null : Number(value);

/** Units of 100 ns as ms, fractions cut. */
export const toMs = (units: Uint64 | undefined): number | null =>
  units === undefined ? null : Number(BigInt(units) / 10_000n);
