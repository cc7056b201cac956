import { useState } from "react";
import type { CompareSpec } from "../../../electron/contract/compare.ts";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import { joinCommand, splitCommand } from "../../../electron/model/command-line.ts";
import type { Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { compareStrings } from "../../strings/compare.ts";
import { launchStrings } from "../../strings/launch.ts";
import { useCompareForm } from "../../ui-state/compare-form.ts";
import { launchChoice } from "../launch/launch-choice.ts";
import type { CompareRequest } from "./use-compare.ts";

export interface RequestForm {
  readonly image: string;
  readonly command: string;
  readonly request: CompareRequest;
  /** What is wrong with a field; shown once somebody has tried. */
  readonly errors: { readonly image: string | null; readonly command: string | null };
  readonly tries: number;
  /** Why neither field matters now: a recording, or an isolation that cannot be launched. Null when both can. */
  readonly blocked: Blocked | null;
  /** Notes a try; true when it can be sent. */
  check(): boolean;
}

/** Why nothing can be compared now. */
export interface Blocked {
  readonly title: string;
  readonly reason: string;
  /** A failing engine has a bar of its own that says it. */
  readonly toldByEngine: boolean;
}

interface RequestSources {
  readonly host: HostInfo;
  readonly engines: readonly EngineStatus[];
  readonly words: Words;
  /** What was compared last. */
  readonly last: CompareSpec | null;
  /** What is shown is a recording. */
  readonly replaying: boolean;
}

/** The form as it would be sent. What nobody has touched is as it was compared last, or the host's demo. */
export function useCompareRequest({ host, engines, words, last, replaying }: RequestSources): RequestForm {
  const form = useCompareForm();
  const [tries, setTries] = useState(0);
  const image = form.image ?? last?.image ?? host.demo.image;
  const command = form.command ?? joinCommand(last?.command ?? host.demo.command);
  const split = splitCommand(command);
  const problems = {
    image: image.trim() === "" ? launchStrings.imageNeeded : null,
    command: "error" in split ? split.error : null,
  };
  const blocked = replaying ? IN_A_RECORDING : blockedWhy(engines, words);
  return {
    ...{ image, command, tries, blocked },
    request: {
      ...{ image: image.trim(), runs: form.runs, keep: form.keep },
      command: "argv" in split ? [...split.argv] : [],
    },
    errors: tries > 0 ? problems : { image: null, command: null },
    check: () => {
      setTries((count) => count + 1);
      return blocked === null && problems.image === null && problems.command === null;
    },
  };
}

const IN_A_RECORDING: Blocked = {
  title: compareStrings.notOfARecording,
  reason: compareStrings.backToHost,
  toldByEngine: false,
};

function blockedWhy(engines: readonly EngineStatus[], words: Words): Blocked | null {
  const toldByEngine = engines.some(({ state }) => state === "failed" || state === "stale");
  for (const isolation of ["process", "hyperv"] as const) {
    const { reason } = launchChoice(isolation, engines);
    const title = compareStrings.needsBoth(words.isolation[isolation]);
    if (reason !== null) return { title, reason, toldByEngine };
  }
  return null;
}
