/** Chunks a stream may have under way before the reader must give credit. */
export const INITIAL_CREDIT = 64;
