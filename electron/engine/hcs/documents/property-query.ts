import { z } from "zod";

/** Sent to HcsGetComputeSystemProperties. Id and SystemType always come back. */
export const PropertyQuery = z.strictObject({
  PropertyTypes: z.array(z.enum(["ProcessList", "Statistics", "Memory"])).readonly(),
});
export type PropertyType = z.output<typeof PropertyQuery>["PropertyTypes"][number];
