import type { CompareMethod } from "../../contract/cost.ts";
import { plural } from "../format.ts";

/** One thing that a doubting reader asks, and the answer. */
export interface MethodLine {
  readonly term: string;
  readonly text: string;
}

const CLEAN_UP: Readonly<Record<CompareMethod["cleanUp"], string>> = {
  "each-removed":
    "Each container is removed before the next is launched, also after Stop and after a failure.",
  "last-kept":
    "Each container is removed before the next is launched, but for the last two, which were kept: the second was measured while the first ran.",
};

const MEMORY: Readonly<Record<CompareMethod["memory"], string>> = {
  smaps:
    "Private is the unique set (USS): pages that would be freed with the process. Proportional is the unique set and its share of the pages it has in common with others (PSS). Both are read from smaps_rollup, of every process that came with the container: its own and its shim, or the QEMU that holds the micro-VM, whose pages are the guest's whole memory as far as it was touched.",
  windows:
    "Private commit of every process that came with the container. Under Hyper-V isolation that is its worker, vmwp, and with it the working set of its vmmem, which holds the utility VM's memory. Windows tells no proportional share.",
};

/** The whole method in words, in the order in which things happen. */
export function methodLines(method: CompareMethod): readonly MethodLine[] {
  const { warmUps, settleMs, cleanUp, memory } = method;
  return [
    {
      term: "Warm",
      text: `${plural(warmUps, "launch", "launches")} of each isolation first, not counted: image, root disk and page cache are there by then. A cold start takes longer and is not measured.`,
    },
    {
      term: "Order",
      text: "One container at a time: two at once would measure each other. Pairs begin in turn with one isolation and with the other, so that neither always finds the host as the other left it.",
    },
    {
      term: "Time",
      text: "From asking the engine for the launch to the first process of the command.",
    },
    { term: "Settling", text: `Memory is read ${settleMs / 1000} s after the launch.` },
    { term: "Memory", text: `${MEMORY[memory]} What the kernel itself keeps for a container is not in it.` },
    { term: "Clean-up", text: CLEAN_UP[cleanUp] },
    {
      term: "Figures",
      text: "The median; of several runs also the range, and of kept ones the middle half (IQR). The drawn run is the one whose time is the median; what both sides show is of the last run.",
    },
  ];
}
