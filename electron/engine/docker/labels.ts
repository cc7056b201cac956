/** On containers that were made only to read an image's files. They are never started and never shown. */
export const EXPORT_LABEL = "io.isoscope.export";

/** On containers that somebody launched with Isoscope. */
export const LAUNCHED_LABEL = "io.isoscope.launched";
