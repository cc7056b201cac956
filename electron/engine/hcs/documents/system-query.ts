import { z } from "zod";

/** Sent to HcsEnumerateComputeSystems. */
export const SystemQuery = z.strictObject({ Ids: z.array(z.string()).readonly() });
