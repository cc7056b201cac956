import type { LogStore } from "./log-store.ts";

/**
 * Where each line lies, in rows of the screen. Without wrapping a line is one row. With it, plain lines are computed from
 * their width, and what was measured on screen counts more than that.
 */
export class RowModel {
  readonly #store: LogStore;
  readonly #columns: number | null;
  readonly #measured = new Map<number, number>();
  /** Rows of each sealed block, by the number of its first line. */
  readonly #blockRows = new Map<number, number>();

  /** @param columns after which a line wraps; null for no wrapping. */
  constructor(store: LogStore, columns: number | null) {
    this.#store = store;
    this.#columns = columns;
  }

  /** Rows of all lines that are held. */
  get total(): number {
    const { first, end } = this.#store;
    return this.#columns === null ? end - first : this.rowOf(end);
  }

  /** Takes what a line really needed on screen. Says whether that is news. */
  measure(n: number, rows: number): boolean {
    if (this.rowsOf(n) === rows) return false;
    this.#measured.set(n, rows);
    this.#blockRows.clear();
    return true;
  }

  rowsOf(n: number): number {
    if (this.#columns === null) return 1;
    return this.#measured.get(n) ?? Math.max(1, Math.ceil(this.#store.width(n) / this.#columns));
  }

  /** The row at which a line begins, counted from the oldest line held. */
  rowOf(n: number): number {
    const { first, blocks, end } = this.#store;
    if (this.#columns === null) return n - first;
    let row = 0;
    let from = first;
    for (const block of blocks) {
      if (block.first + block.length > n) break;
      row += this.#rowsOfBlock(block.first, block.length);
      from = block.first + block.length;
    }
    for (let line = from; line < Math.min(n, end); line++) row += this.rowsOf(line);
    return row;
  }

  /** The line at a row. */
  lineAt(row: number): number {
    const { first, blocks, end } = this.#store;
    if (this.#columns === null) return Math.min(first + row, end - 1);
    let left = row;
    let from = first;
    for (const block of blocks) {
      const rows = this.#rowsOfBlock(block.first, block.length);
      if (left < rows) break;
      left -= rows;
      from = block.first + block.length;
    }
    let line = from;
    while (line < end - 1 && left >= this.rowsOf(line)) {
      left -= this.rowsOf(line);
      line += 1;
    }
    return line;
  }

  #rowsOfBlock(first: number, length: number): number {
    const known = this.#blockRows.get(first);
    if (known !== undefined) return known;
    let rows = 0;
    for (let n = first; n < first + length; n++) rows += this.rowsOf(n);
    this.#blockRows.set(first, rows);
    return rows;
  }
}
