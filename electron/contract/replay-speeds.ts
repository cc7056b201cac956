/** How fast a recording can be played; 1 is as it happened. */
export const REPLAY_SPEEDS = [0.5, 1, 2, 4, 8] as const;
