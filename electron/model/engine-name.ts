import type { EngineStatus } from "../contract/engine.ts";
import { cutMiddle } from "./format.ts";

/** As much of an engine's first note as fits beside its name. */
const MOST_NOTE = 80;

export interface EngineName {
  /** What it is, e.g. "QEMU micro-VM 7.2.22". */
  readonly name: string;
  /** How it runs, e.g. ", TCG (emulation)"; "" when it does not say. */
  readonly how: string;
  /** All that it says of itself. */
  readonly full: string;
}

/** A VM engine as its slab names it. */
export function engineName({ title, version, notes }: EngineStatus): EngineName {
  const name = version === null ? title : `${title} ${version}`;
  const [first] = notes;
  return {
    name,
    how: first === undefined ? "" : `, ${cutMiddle(first, MOST_NOTE)}`,
    full: [name, ...notes].join(". "),
  };
}
