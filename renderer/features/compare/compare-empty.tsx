import { emptyCompare } from "../../strings/compare.ts";

/** Before the first comparison: what is measured, and what it leaves behind. */
export function CompareEmpty() {
  return (
    <section className="compare-empty">
      <b>{emptyCompare.title}</b>
      <p>{emptyCompare.what}</p>
      <p>{emptyCompare.leaves}</p>
    </section>
  );
}
