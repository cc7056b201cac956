import { linkEvidence } from "../../../electron/model/evidence/link-evidence.ts";
import { scopeStrings } from "../../strings/scope.ts";
import type { FindResult, Namesake } from "./find.ts";

/** A run of a sentence; `strong` runs are the values a reader compares. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
}

export interface FindText {
  readonly sentence: readonly Run[];
  /** What proves it, or what else the host has; "" when there is nothing to add. */
  readonly evidence: string;
}

const value = (text: string | number): Run => ({ text: String(text), strong: true });
const plain = (text: string): Run => ({ text });

/** The words of a search's outcome. `pid` is the platform's word for a host process number. */
export function findText(result: FindResult, pid: "PID" | "Id"): FindText {
  switch (result.kind) {
    case "idle":
      return { sentence: [plain("Type a name or a PID to look for it on both sides.")], evidence: "" };
    case "same":
      return sameText(result);
    case "hidden":
      return hiddenText(result, pid);
    case "unlinked":
      return {
        sentence: result.namesake
          ? [
              plain(`The host has a ${result.name}, ${pid} `),
              value(result.namesake.pid),
              plain(", but it is not this container's: its start time differs."),
            ]
          : [
              value(`"${result.name}"`),
              plain(" runs inside. Which host process it is could not be proven yet."),
            ],
        evidence: "",
      };
    case "absent":
      return {
        sentence: [value(`"${result.query}"`), plain(" is not running in this container.")],
        evidence: namesakeText(result.namesake, pid),
      };
  }
}

function sameText({ link }: Extract<FindResult, { kind: "same" }>): FindText {
  const { insidePid: a, hostPid: b } = link;
  const sign = a === b ? "=" : "→";
  if (link.certainty === "proven") {
    const sentence = [
      value("Same process:"),
      plain(" PID "),
      value(a),
      plain(` inside ${sign} PID `),
      value(b),
      plain(" on host"),
    ];
    return { sentence, evidence: linkEvidence(link) };
  }
  const where =
    a === b
      ? [plain("PID "), value(a), plain(" is on both sides.")]
      : [plain("PID "), value(a), plain(" inside, PID "), value(b), plain(" on host.")];
  const start = link.starts === "same-second" ? scopeStrings.startToTheSecond : scopeStrings.startNotRead;
  return {
    sentence: [...where, plain(` ${start}, so this is likely, not proven.`)],
    evidence: linkEvidence(link),
  };
}

function hiddenText(result: Extract<FindResult, { kind: "hidden" }>, pid: string): FindText {
  const { name, worker, namesake } = result;
  // A host process of that name that belongs to something else would make the short sentence untrue.
  const whose = namesake ? " on the host for this container." : " on the host.";
  const instead = worker
    ? [plain(" What the host sees instead: "), value(worker.name), plain(`, ${pid} `), value(worker.pid)]
    : [];
  return {
    sentence: [plain("Cannot find a process with the name "), value(`"${name}"`), plain(whose), ...instead],
    evidence: namesake
      ? `The host has another ${namesake.name}, ${pid} ${namesake.pid}: it runs outside this VM.`
      : worker?.evidence
        ? `${worker.name} ${worker.evidence}`
        : "",
  };
}

function namesakeText(namesake: Namesake | null, pid: string): string {
  if (!namesake) return "";
  const what = namesake.isWorker ? "the worker process of this VM" : "not of this container";
  return `The host has ${namesake.name}, ${pid} ${namesake.pid}: ${what}.`;
}

export const plainText = (text: FindText): string => text.sentence.map((run) => run.text).join("");
