import type { LaneFacts } from "../../contract/compare.ts";
import type { LaneSummary } from "../compare-summary.ts";
import { formatBytes } from "../format.ts";
import { firstProcessClock, memoryCounter } from "./compare-words.ts";
import { measuredStrings } from "./measured-words.ts";

/** Which clock, which counter, which processes: how a lane was measured, a sentence each. Empty before it was. */
export function measuredLines({ shown, facts }: LaneSummary): readonly string[] {
  const first = shown?.firstProcess;
  const sight = shown?.hostSight;
  return [
    ...(first ? [measuredStrings.firstProcess(firstProcessClock(first))] : []),
    ...(sight ? [measuredStrings.sight(sight.resolutionMs)] : []),
    ...(facts ? [memoryLine(facts), measuredStrings.kernels(facts.kernelEvidence)] : []),
  ];
}

function memoryLine({ memory }: LaneFacts): string {
  const processes = memory.processes.map(
    ({ name, pid, privateBytes, proportionalBytes }) =>
      `${name} ${pid}: ${formatBytes(privateBytes)}, ${formatBytes(proportionalBytes)}`,
  );
  return `${measuredStrings.memory(memoryCounter[memory.counter], processes)} ${memory.why ?? ""}`.trim();
}
