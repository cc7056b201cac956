/** The one channel both ways. Frames are objects; `HELLO` and counts of frames taken are the preload's own words. */
export const CHANNEL = "isoscope";
/** A page begins: what an earlier one in this window had open is over. */
export const HELLO = "hello";
/** The preload sends the count of frames it has handed to the page after so many. */
export const COUNT_EVERY = 32;
