import { completionScript, SHELLS } from "../completion-script.ts";
import { EXIT } from "../exit-codes.ts";
import { notUnderstood } from "../options.ts";
import { defineVerb, type Verb } from "../verb.ts";

/** @param verbs all of them, this one too. */
export const completionVerb = (verbs: ReadonlyMap<string, Verb>): Verb =>
  defineVerb({
    name: "completion",
    summary: "print a script that completes verbs, options and names in a shell",
    words: { usage: SHELLS.join("|"), least: 1, most: 1, completes: SHELLS },
    options: {},
    details: [
      "bash: source <(isoscope completion bash). zsh: the same, after compinit. fish: isoscope completion fish | source.",
      "PowerShell: isoscope completion powershell | Out-String | Invoke-Expression.",
    ],
    examples: ["isoscope completion bash > /etc/bash_completion.d/isoscope"],
    output: null,
    run: async ({ words: [given] }, { out }) => {
      const shell = SHELLS.find((one) => one === given);
      if (shell === undefined) throw notUnderstood(`one of ${SHELLS.join(", ")}, not "${given}"`);
      out(completionScript(shell, verbs));
      return EXIT.done;
    },
  });
