import type { Isolation } from "../../../electron/contract/engine.ts";
import type { OwnerRole } from "../../../electron/contract/owner.ts";
import type { HostProcess } from "../../../electron/contract/process.ts";

/** Whose a host process is, as the screen shows it. */
export interface Attribution {
  readonly container: string;
  readonly name: string;
  /** Null when the container's own is not known. */
  readonly isolation: Isolation | null;
  readonly role: OwnerRole;
  readonly evidence: string;
}

/** The container's own hue is for what is inside or is its wall; a shim or a file server stands outside of it. */
export const hueOf = ({ role, isolation }: Attribution): Isolation | null =>
  role === "shim" || role === "file-server" ? null : isolation;

/** One host process in its sorted place. The same object as long as nothing of it changes. */
export interface HostEntry {
  /** `pid:start`. */
  readonly key: string;
  readonly row: HostProcess;
  readonly owner: Attribution | null;
  /** What it is sorted by at the moment; may be older than the row while the order rests. */
  readonly value: SortValue;
}

/** Null sorts behind all that is known. */
export type SortValue = number | string | null;

/** One line of the screen: in a tree with its place there. */
export interface HostItem extends HostEntry {
  readonly branch?: Branch;
  /** It is there only for what is beneath it: it does not match the filter itself. */
  readonly aside?: boolean;
}

/** Where a line stands in the tree. */
export interface Branch {
  /** From 0. */
  readonly depth: number;
  /** Null for one without children. */
  readonly expanded: boolean | null;
  readonly parent: string | null;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
}
