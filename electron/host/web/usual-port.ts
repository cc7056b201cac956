/** A usual port, so that what a browser keeps per origin (theme, columns) is there again after a restart. */
export const USUAL_PORT = 47_800;
