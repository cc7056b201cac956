import { z } from "zod";

/** What may be chosen as the time between two readings of the host, ms. */
export const REFRESH_CHOICES = [500, 1_000, 2_000, 5_000] as const;

/** Settings of the app itself, the same for every page that is connected. */
export const AppSettings = z.object({
  /** Time between two readings of the host's processes while somebody watches, ms. */
  refreshMs: z.literal(REFRESH_CHOICES),
});
export type AppSettings = z.output<typeof AppSettings>;
export type RefreshMs = AppSettings["refreshMs"];

export const DEFAULT_SETTINGS: AppSettings = { refreshMs: 1_000 };
