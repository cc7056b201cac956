import { z } from "zod";

/** Sent to HcsModifyProcess when the window changes. In characters. */
export const ConsoleSize = z.strictObject({
  Operation: z.literal("ConsoleSize"),
  ConsoleSize: z.strictObject({ Height: z.number().int().positive(), Width: z.number().int().positive() }),
});
